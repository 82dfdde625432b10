"""A report as a Word document.

`write` goes through the report; `lines` fills paragraphs with stretches of text; `paper` is what holds for the whole document (page, fonts,
properties); `marks` are the parts of the file that python-docx has no name for; `body` puts on the disk what is finished.
"""
