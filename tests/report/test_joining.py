"""Pieces of a report become one file: what stood in them is led to by new numbers and says the same."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from claims.report.joining import join

TITLE = r"4 0 R (5 0 R) \\ \\) ((6 0 R"


def _piece(path: Path, further: int) -> Path:
    """A file of one page with a tag, whose numbers depend on how many further objects it has."""
    pdf = pikepdf.new()
    for _ in range(further):
        pdf.make_indirect(Dictionary(Unused=1))
    pdf.add_blank_page()
    tag = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, Alt=TITLE, K=0))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array([tag])))
    tree = Dictionary(Type=Name.StructTreeRoot, K=Array([document]), ParentTreeNextKey=1)
    pdf.Root.StructTreeRoot = pdf.make_indirect(tree)
    document.P, tag.P, tag.Pg = pdf.Root.StructTreeRoot, document, pdf.pages[0].obj
    pdf.Root.StructTreeRoot.ParentTree = pdf.make_indirect(
        Dictionary(Nums=Array([0, Array([tag])]))
    )
    pdf.pages[0].StructParents = 0
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=TITLE))
    pdf.save(path)
    return path


def test_words_that_are_spelt_like_a_part_of_the_file_stay_words(tmp_path: Path) -> None:
    """What leads to objects gets new numbers; a title that is spelt like that does not, whatever brackets stand in it."""
    parts = [_piece(tmp_path / f"{further}.pdf", further) for further in (7, 0, 3)]
    made = io.BytesIO()
    join(parts, {}, [], str, made)

    with pikepdf.open(made) as pdf:
        (document,) = pdf.Root.StructTreeRoot.K
        assert str(pdf.trailer.Info.Title) == TITLE
        assert [str(tag.Alt) for tag in document.K] == [TITLE] * 3
        assert [tag.Pg.objgen for tag in document.K] == [page.obj.objgen for page in pdf.pages]
        assert {tag.P.objgen for tag in document.K} == {document.objgen}
        assert [
            tags[0].objgen
            for tags in pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree).values()
        ] == [tag.objgen for tag in document.K]
        assert pdf.check_pdf_syntax() == []
