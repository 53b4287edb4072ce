"""A fictional province, entry by entry, as lots bring it: month after month, journal by journal.

125 interventions a month for each journal over ten years, in the proportions of domain.md; always
the same for the same size. Two in three are in small buildings, of which the month alone leaves.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any, NamedTuple
from uuid import UUID

PAR_MOIS = 125
QUAND = "2025-01-01T00:00:00Z"
MOIS = [f"{annee}-{mois:02}" for annee in range(2016, 2026) for mois in range(1, 13)]

_ACTIVITES = (
    ("ECOUTE", "C4", 20), ("REFERENCE", "C4", 12), ("VISITE", "C4", 8), ("PONCTUEL", "C2", 8),
    ("ACCUEIL", "C2", 5), ("ACCOMP_SP", "C2", 7), ("CRISE", "C2", 3), ("BUDGET", "C2", 3),
    ("ALIMENTAIRE", "C2", 5), ("DEVOIRS", "C2", 2), ("PRESENCE", "C2", 3), ("BAIL", "C1", 4),
    ("DROITS_RESP", "C1", 4), ("CONFLIT", "C1", 6), ("ANIM_LOISIR", "C3", 9),
    ("SOUT_COMITE", "C3", 5), ("VIE_DEMO", "C3", 2), ("ORG_ACT", "C3", 6), ("MILIEU_VIE", "C3", 4),
    ("PROJET", "C3", 6), ("FORMATION", "C3", 3), ("CONCERT", "C3", 2), ("PARTENARIAT", "C3", 1),
)  # fmt: skip
_TYPES = ("PROJET_DEMARCHE", "ADL", "CCR_COMITE", "ANIMATION", "FORMATION_CONF", "RASSEMBLEMENT",
          "CUISINE_ALIM", "JEUNESSE_CAMP", "ESPACE_COMMUN")  # fmt: skip
_CLIENTELES = {"FAMILLES": 45, "JEUNES": 25, "AINES": 15, "PERS_SEULES": 10, "TOUS": 5}
_MODALITES = {"SUR_PLACE": 55, "DOMICILE": 15, "BUREAU": 12, "TELEPHONE": 14, "VIRTUEL": 4}
_BESOINS = ("ISOLEMENT", "PERTE_AUTONOMIE", "SANTE_MENTALE", "VOISINAGE", "PAUVRETE_BUDGET",
            "SECURITE_ALIM", "INTERCULTUREL", "DEPENDANCES", "VIOLENCE", "LOGEMENT")  # fmt: skip
_RENVOIS = (
    ("CISSS", "SANTE_MENTALE", 14), ("CISSS", "SAPA", 9), ("CISSS", "ACCUEIL_PSYCHO", 15),
    ("CISSS", "JEUNES_FAMILLES", 8), ("OC", "AIDE_ALIMENTAIRE", 12), ("OC", "BUDGET", 6),
    ("OC", "LOGEMENT_DROITS", 9), ("OC", "FAMILLE", 8), ("MUNICIPAL", "AUTRE", 9),
    ("OFFICE", "AUTRE", 10),
)  # fmt: skip
_DUREES, _GENS = (15, 20, 30, 45, 60, 75, 90, 120, 180), (4, 6, 8, 10, 12, 15, 20, 30, 45)


class Lieu(NamedTuple):
    """A building as lots say it."""

    tenure: str
    mrc: str
    immeuble: str
    organisme: str
    milieu: str


class Ecriture(NamedTuple):
    """What is counted of an entry, in the columns of the comparison tables."""

    mois: str
    jour: str
    minutes: int
    gens: int
    lieu: Lieu
    volet: str
    activite: str
    categorie: str
    type_collectif: str
    clientele: str
    modalite: str
    besoins: tuple[str, ...]
    renvois: tuple[tuple[str, str, str], ...]


class Version(NamedTuple):
    """A version as received, and the entry it leaves standing if it is the last."""

    entree: bytes
    rev: int
    retiree: bool
    ligne: bytes
    debout: Ecriture | None


@dataclass(frozen=True)
class Province:
    """Lots of `journaux` journals that come to about `taille` interventions in all."""

    taille: int

    @cached_property
    def journaux(self) -> list[UUID]:
        nombre = max(1, round(self.taille / (PAR_MOIS * len(MOIS))))
        return [UUID(bytes=sha256(b"journal %d" % n).digest()[:16]) for n in range(nombre)]

    def lot_de_plus(self) -> tuple[UUID, int, list[Version]]:
        """What the first journal would send next."""
        hasard = random.Random(7)
        versions = list(_lot(hasard, MOIS[-1], _lieux(hasard, 0), PAR_MOIS, 1 << 30))
        return self.journaux[0], len(MOIS) + 1, versions

    def lots(self) -> Iterator[tuple[UUID, int, list[Version]]]:
        """Each lot with its journal and its number."""
        hasard = random.Random(2025)
        lieux = {journal: _lieux(hasard, rang) for rang, journal in enumerate(self.journaux)}
        par_lot, reste = divmod(self.taille, len(MOIS) * len(self.journaux))
        rang = 0
        for seq, mois in enumerate(MOIS, 1):
            for journal in self.journaux:
                nombre = par_lot + (rang < reste)
                yield journal, seq, list(_lot(hasard, mois, lieux[journal], nombre, rang))
                rang += 1


def _lieux(hasard: random.Random, rang: int) -> list[Lieu]:
    """The fifteen buildings of a journal, one in three of them large."""
    lieux = []
    for n in range(15):
        (tenure,) = hasard.choices(("OH", "OBNL", "COOP", "AUTRE"), (85, 7, 4, 4))
        lieux.append(
            Lieu(
                tenure,
                f"MRC fictive {rang // 12}",
                hasard.choice(("FAM", "PA", "PS", "MIXTE")),
                f"Organisme fictif {rang * 3 // 2 + n % 2}",
                f"Habitations fictives {rang}-{n}" if n % 3 == 0 else "",
            )
        )
    return lieux


def _lot(
    hasard: random.Random, mois: str, lieux: list[Lieu], nombre: int, rang: int
) -> Iterator[Version]:
    activites = hasard.choices(_ACTIVITES, [p for *_, p in _ACTIVITES], k=nombre)
    clienteles = hasard.choices(list(_CLIENTELES), list(_CLIENTELES.values()), k=nombre)
    modalites = hasard.choices(list(_MODALITES), list(_MODALITES.values()), k=nombre)
    for numero, (activite, clientele, modalite) in enumerate(
        zip(activites, clienteles, modalites, strict=True)
    ):
        lieu = hasard.choice(lieux)
        volet = "COLLECTIF" if activite[1] == "C3" or hasard.random() < 0.1 else "INDIVIDUEL"
        if activite[0] in ("CONCERT", "PARTENARIAT"):
            volet = "MILIEU"
        ecriture = Ecriture(
            mois,
            f"{mois}-{hasard.randrange(1, 29):02}" if lieu.milieu else "",
            hasard.choice(_DUREES),
            1 if volet == "INDIVIDUEL" else hasard.choice(_GENS),
            lieu,
            volet,
            activite[0],
            activite[1],
            hasard.choice(_TYPES) if volet == "COLLECTIF" else "",
            clientele,
            modalite,
            tuple(sorted(hasard.sample(_BESOINS, hasard.choice((0, 0, 0, 1, 1, 2))))),
            _renvois(hasard),
        )
        yield from _versions(hasard, ecriture, _identifiant(mois, rang, numero))


def _renvois(hasard: random.Random) -> tuple[tuple[str, str, str], ...]:
    if hasard.random() > 0.2:
        return ()
    choisis = hasard.choices(_RENVOIS, [p for *_, p in _RENVOIS], k=1 + (hasard.random() < 0.1))
    return tuple((d, s, hasard.choice(("FAITE", "PROPOSEE", "INCONNU"))) for d, s, _ in choisis)


def _identifiant(mois: str, rang: int, numero: int) -> UUID:
    """Ordered in time, as those of laptops are."""
    temps = MOIS.index(mois) * 2_600_000_000 + numero * 20_000_000
    return UUID(int=(temps << 80) | (0x7 << 76) | (0x2 << 62) | (rang << 20) | numero)


def _versions(hasard: random.Random, ecriture: Ecriture, id_: UUID) -> Iterator[Version]:
    """Three in a hundred were corrected, one cancelled."""
    sort = hasard.random()
    if sort < 0.04:
        avant = ecriture._replace(minutes=5)
        yield Version(id_.bytes, 1, False, _ligne(avant, id_, 1), None)
    if sort < 0.01:
        ligne = f'{{"deleted":true,"ep":1,"id":"{id_}","rev":2}}'
        yield Version(id_.bytes, 2, True, ligne.encode(), None)
    else:
        rev = 2 if sort < 0.04 else 1
        yield Version(id_.bytes, rev, False, _ligne(ecriture, id_, rev), ecriture)


def _ligne(e: Ecriture, id_: UUID, rev: int) -> bytes:
    """The canonical line (sync/lot/enregistrement.py); the bench has the decoder read a sample."""
    jour = f'"date":"{e.jour}",' if e.jour else ""
    milieu = f'"milieu":{{"nom":"{e.lieu.milieu}"}},' if e.jour else ""
    mois = "" if e.jour else f'"mois":"{e.mois}",'
    besoins = ",".join(f'"{code}"' for code in e.besoins)
    renvois = ",".join(
        f'{{"destination":"{d}","mode":"SIMPLE","service":"{s}","statut":"{x}"}}'
        for d, s, x in e.renvois
    )
    return (
        f'{{"activite":"{e.activite}","categorie":"{e.categorie}",'
        f'"categorie_immeuble":"{e.lieu.immeuble}","clientele":"{e.clientele}",{jour}'
        f'"deleted":false,"duree_min":{e.minutes},"ep":1,"id":"{id_}",{milieu}'
        f'"modalite":"{e.modalite}",{mois}"mrc":"{e.lieu.mrc}","nb_personnes":{e.gens},'
        f'"organisme":{{"nom":"{e.lieu.organisme}"}},'
        + (f'"problematiques":[{besoins}],' if besoins else "")
        + (f'"references":[{renvois}],' if renvois else "")
        + f'"rev":{rev},"tenure":"{e.lieu.tenure}",'
        + (f'"type_collectif":"{e.type_collectif}",' if e.type_collectif else "")
        + f'"vocabulaire":"2022","volet":"{e.volet}"}}'
    ).encode()


def recevoir(connexion: Any, journal: bytes, seq: int, versions: list[Version]) -> None:
    """A lot as the import leaves it: its reception, chained to the one before, its versions."""
    empreinte, precedente = _digest(journal, seq), _digest(journal, seq - 1)
    connexion.execute(
        "INSERT INTO reception VALUES (?, ?, ?, 1, ?, ?, 'delta', 0, 0, ?, ?, ?, ?)",
        (empreinte, journal, journal, seq, precedente, "0" * 64, b"{" * 1200, empreinte,
         QUAND),
    )  # fmt: skip
    connexion.cursor().executemany(
        "INSERT INTO version VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?)",
        [
            (journal, v.entree, v.rev, sha256(v.ligne).digest(), v.retiree, v.ligne, journal, seq)
            for v in versions
        ],
    )


def _digest(journal: bytes, seq: int) -> str:
    return sha256(journal + seq.to_bytes(4, "big")).hexdigest()
