"""The text of a PDF in the order in which it is read, for programs that take it out of the file.

What sets Arabic draws each line from left to right, and tells the letters of a cluster (a letter with its vowel marks)
together. Programs that read the file put the letters of one word in order by themselves, but most keep the words as they
were drawn, and tell marks and figures at the wrong place or twice. Nothing visible changes here: the same shapes stand at
the same places, but words are drawn in the order in which they are read, each shape says its own characters, and a
sign behind a figure says by U+061C that it belongs to the line and not to the figure.

`fonts` knows what the codes of a font say, `page` finds the texts of a page, `order` puts their shapes in reading order, `write` draws
them anew; `text` is the way through all of them.
"""
