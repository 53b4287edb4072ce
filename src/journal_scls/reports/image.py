"""A page as an image, for a slide or a screen."""

import io

import pypdfium2

_POUCE = 72


def ecrire_png(pdf: bytes, page: int, points_par_pouce: int) -> bytes:
    """The page, counted from 0, as a PNG."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        image = document[page].render(scale=points_par_pouce / _POUCE).to_pil()
        sortie = io.BytesIO()
        image.save(sortie, "PNG", dpi=(points_par_pouce, points_par_pouce))
        return sortie.getvalue()
    finally:
        document.close()
