"""The facts that figures are made of: one per counted entry, as of its date, without text."""

from typing import NamedTuple


class ReferenceFait(NamedTuple):
    """One referral of a counted entry."""

    destination: str
    service: str
    mode: str
    statut: str


class Fait(NamedTuple):
    """A final or rectified entry, in its last revision, reduced to what is counted.

    `date` is ISO text, of a month alone where the day would point at somebody; `organisme` and
    `milieu` are names ('' when there is none); `nb_personnes` counts participations (0 when an
    old journal did not say); `duree_min` is in minutes; `personne` is a local code or ''.
    """

    date: str
    duree_min: int
    tenure: str
    mrc: str
    categorie_immeuble: str
    organisme: str
    milieu: str
    volet: str
    activite: str
    categorie: str
    type_collectif: str
    clientele: str
    modalite: str
    nb_personnes: int
    personne: str
    problematiques: tuple[str, ...] = ()
    references: tuple[ReferenceFait, ...] = ()
