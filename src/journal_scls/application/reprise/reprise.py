"""Taking over a journal kept elsewhere: every good row in, every bad one listed, twice is once."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from journal_scls.application.operation import Changes, Progress
from journal_scls.application.ports import (
    Horloge,
    UnitOfWork,
)
from journal_scls.application.repertoire.index import IndexRepertoire
from journal_scls.application.reprise.colonnes import (
    OBLIGATOIRES,
    Correspondance,
    colonnes_reconnues,
)
from journal_scls.application.reprise.fiche import (
    FicheRefusee,
    LecteurFiche,
    digest,
    lire_id_externe,
    nouvelle_intervention,
    origine_externe,
    texte_de,
)
from journal_scls.application.reprise.ports_tableaux import (
    TEXTE_COUPE,
    LigneLue,
    TableauLu,
    Tableaux,
)
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.journal.intervention import Intervention
from journal_scls.domain.texte import cle, normaliser
from journal_scls.domain.vocabulaire import Vocabulaires

_PAQUET = 1_000
_LIBELLE = "Reprise du journal"
# A file of refused lines says it by this column; in it, these stand where text was lost.
_COLONNE_REFUS = "raison_refus"
_TEXTE_PERDU = ("\ufffd", TEXTE_COUPE)


@dataclass(frozen=True, slots=True)
class Refus:
    """A row that was not taken: where to look, and why."""

    ligne: int
    colonne: str
    raison: str


@dataclass(frozen=True, slots=True)
class ResultatReprise:
    """What a takeover did; with `essai`, what it would have done."""

    prises: int
    deja_la: int
    refus: tuple[Refus, ...]
    colonnes_ignorees: tuple[str, ...]
    sans_nombre: int
    essai: bool

    @property
    def refusees(self) -> int:
        """How many rows were refused."""
        return len(self.refus)

    @property
    def changes(self) -> Changes:
        """What was altered."""
        touche = bool(self.prises) and not self.essai
        return Changes(interventions=touche, repertoire=touche)


@dataclass(slots=True)
class _Bilan:
    prises: int = 0
    deja_la: int = 0
    sans_nombre: int = 0
    refus: list[Refus] = field(default_factory=list)
    lignes_refusees: list[tuple[LigneLue, str, str]] = field(default_factory=list)
    garder_lignes: bool = False

    def refuser(self, ligne: LigneLue, colonne: str, raison: str) -> None:
        self.refus.append(Refus(ligne.numero, colonne, raison))
        if self.garder_lignes:
            self.lignes_refusees.append((ligne, colonne, raison))


FicheLue = tuple[LigneLue, dict[str, object], bytes]


class Reprise:
    """The use case; one transaction for the whole file, so that cancelling leaves nothing."""

    def __init__(
        self,
        unite: Callable[[], UnitOfWork],
        tableaux: Tableaux,
        vocabulaires: Vocabulaires,
        horloge: Horloge,
    ) -> None:
        self._unite = unite
        self._tableaux = tableaux
        self._vocabulaires = vocabulaires
        self._horloge = horloge

    def reprendre(
        self,
        fichier: Path,
        *,
        correspondance: Correspondance | None = None,
        essai: bool = False,
        refus: Path | None = None,
        progress: Progress | None = None,
    ) -> ResultatReprise:
        """Take over every good row of a CSV or XLSX file.

        Args:
            fichier: what the person kept until now.
            correspondance: other names for columns and values.
            essai: change nothing, say what would happen.
            refus: where to write the refused rows with their reasons.
            progress: told every thousand rows; cancelling leaves nothing half done.

        Raises:
            RegleMetier: a required column is missing or a column comes twice.
            Environnement: the file cannot be read, or the disk refuses; nothing was kept.
            Cancelled: somebody asked to stop; nothing was kept.
        """
        progress = progress or Progress()
        if refus is not None and _meme_fichier(refus, fichier):
            raise RegleMetier(
                "Les lignes refusées ne peuvent pas remplacer le fichier que l'on reprend.",
                "Choisissez un autre fichier pour les refus.",
            )
        tableau = self._tableaux.ouvrir(fichier)
        colonnes = _colonnes(tableau.entetes, correspondance or Correspondance())
        bilan = _Bilan(garder_lignes=refus is not None)
        fiches = _Fiches(fichier.name, tableau.entetes, colonnes, correspondance)
        with self._unite() as unite:
            self._prendre_tout(unite, tableau, fiches, bilan, progress)
            progress.verifier()
            if refus is not None and bilan.lignes_refusees:
                # Before the commit: when the disk refuses them, nothing was taken.
                en_ordre = sorted(bilan.lignes_refusees, key=lambda refusee: refusee[0].numero)
                self._tableaux.ecrire_refus(refus, tableau.entetes, en_ordre)
            if not essai:
                unite.commit()
        ignorees = zip(tableau.entetes, colonnes, strict=True)
        return ResultatReprise(
            prises=bilan.prises,
            deja_la=bilan.deja_la,
            refus=tuple(sorted(bilan.refus, key=lambda r: r.ligne)),
            colonnes_ignorees=tuple(entete for entete, nom in ignorees if nom is None and entete),
            sans_nombre=bilan.sans_nombre,
            essai=essai,
        )

    def _prendre_tout(
        self,
        unite: UnitOfWork,
        tableau: TableauLu,
        fiches: "_Fiches",
        bilan: _Bilan,
        progress: Progress,
    ) -> None:
        index = IndexRepertoire(
            unite.repertoire.organismes(),
            unite.repertoire.milieux(),
            unite.editions.fusions(),
            (*unite.partenaires.projets(), *unite.partenaires.comites()),
        )
        lecteur = LecteurFiche(self._vocabulaires, index)
        auteur = unite.profil().code
        vues: set[bytes] = set()
        lues = 0
        while paquet := list(islice(tableau.lignes, _PAQUET)):
            progress.etape(lues, tableau.total, _LIBELLE)
            lues += len(paquet)
            lignes = list(fiches.lire(paquet, bilan))
            connues = unite.interventions.origines_connues([origine for *_, origine in lignes])
            nouvelles = []
            for ligne in lignes:
                if ligne[2] in connues or ligne[2] in vues:
                    bilan.deja_la += 1
                elif (reprise := self._intervention(ligne, lecteur, auteur, bilan)) is not None:
                    vues.add(ligne[2])
                    nouvelles.append(reprise)
            unite.repertoire.enregistrer_organismes(index.nouveaux_organismes())
            unite.repertoire.enregistrer_milieux(index.milieux_observes())
            unite.partenaires.enregistrer_projets(index.nouveaux_projets())
            unite.interventions.ajouter_reprises(nouvelles)
            bilan.prises += len(nouvelles)
        progress.etape(lues, lues, _LIBELLE)

    def _intervention(
        self, lue: FicheLue, lecteur: LecteurFiche, auteur: str, bilan: _Bilan
    ) -> tuple[Intervention, bytes, str] | None:
        ligne, fiche, origine = lue
        try:
            contenu = lecteur.lire(fiche)
        except FicheRefusee as erreur:
            bilan.refuser(ligne, erreur.champ, str(erreur))
            return None
        bilan.sans_nombre += contenu.nb_personnes is None
        intervention = nouvelle_intervention(
            contenu, self._vocabulaires, auteur=auteur, le=self._horloge.maintenant()
        )
        return intervention, origine, lire_id_externe(fiche)


class _Fiches:
    """Turns records into rows of our columns, each with the digest of where it came from."""

    def __init__(
        self,
        nom_fichier: str,
        entetes: Sequence[str],
        colonnes: Sequence[str | None],
        correspondance: Correspondance | None,
    ) -> None:
        self._nom = normaliser(nom_fichier)
        self._rangs = [(rang, nom) for rang, nom in enumerate(colonnes) if nom is not None]
        self._par_nom = sorted(nom for _, nom in self._rangs)
        valeurs = correspondance.valeurs if correspondance else {}
        self._valeurs = {
            colonne: {cle(de): vers for de, vers in table.items()}
            for colonne, table in valeurs.items()
        }
        self._occurrences: Counter[bytes] = Counter()
        self._de_refus = _COLONNE_REFUS in entetes

    def lire(self, paquet: Sequence[LigneLue], bilan: _Bilan) -> Iterator[FicheLue]:
        for ligne in paquet:
            defaut = ligne.defaut or self._encore_fautive(ligne)
            if defaut is not None:
                bilan.refuser(ligne, "", defaut)
                continue
            cellules = ligne.cellules
            fiche = {nom: cellules[rang] for rang, nom in self._rangs if rang < len(cellules)}
            origine = self._origine(fiche)
            for colonne, table in self._valeurs.items():
                if colonne in fiche:
                    texte = texte_de(fiche[colonne])
                    fiche[colonne] = table.get(cle(texte), texte)
            yield ligne, fiche, origine

    def _encore_fautive(self, ligne: LigneLue) -> str | None:
        """Why a refused line that nobody corrected must not pass for a good one."""
        if self._de_refus and any(
            perdu in cellule
            for cellule in ligne.cellules
            if isinstance(cellule, str)
            for perdu in _TEXTE_PERDU
        ):
            return "Un texte de cette ligne est encore coupé ou illisible : écrivez-le en entier."
        return None

    def _origine(self, fiche: Mapping[str, object]) -> bytes:
        """The key of the old journal, else what the row says and how many times it said it.

        Counting identical rows instead of keeping the line number makes a file that grew at
        the top, or was sorted, still « already there »; an empty cell says what an absent column
        does, so a column added since changes nothing either.
        """
        if externe := lire_id_externe(fiche):
            return origine_externe(externe)
        cellules = ((nom, texte_de(fiche.get(nom))) for nom in self._par_nom)
        contenu = digest(self._nom, *(f"{nom}={texte}" for nom, texte in cellules if texte))
        self._occurrences[contenu] += 1
        return digest(contenu.hex(), str(self._occurrences[contenu]))


def _meme_fichier(un: Path, autre: Path) -> bool:
    try:
        return un.samefile(autre)
    except OSError:
        return False


def _colonnes(entetes: Sequence[str], correspondance: Correspondance) -> tuple[str | None, ...]:
    renommees = {cle(de): vers for de, vers in correspondance.colonnes.items()}
    propres = tuple(renommees.get(cle(entete), entete) for entete in entetes)
    colonnes = colonnes_reconnues(propres)
    doubles = [nom for nom, fois in Counter(c for c in colonnes if c).items() if fois > 1]
    if doubles:
        raise RegleMetier(
            f"La colonne « {doubles[0]} » apparaît deux fois dans le fichier.",
            "Renommez ou supprimez l'une des deux, puis reprenez le fichier.",
            champ=doubles[0],
        )
    manquantes = [nom for nom in OBLIGATOIRES if nom not in colonnes]
    if manquantes:
        raise RegleMetier(
            f"Il manque une colonne obligatoire : {', '.join(manquantes)}.",
            "Ajoutez-la, ou donnez son autre nom avec --correspondance.",
            champ=manquantes[0],
        )
    return colonnes
