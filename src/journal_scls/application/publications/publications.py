"""Use cases of published documents: publish, freeze, read again, compare, find by code."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial

from journal_scls.application.chiffres.impressions import Impressions
from journal_scls.application.chiffres.rapports import Rapports, protection_en_cours
from journal_scls.application.lectures import Filtre
from journal_scls.application.operation import Progress
from journal_scls.application.ports import SourceFaits, UnitOfWork
from journal_scls.application.publications.archive import (
    canonique,
    ecrire_comptes,
    ecrire_masque,
    ecrire_valeur,
    filtre_en_clair,
    lire_comptes,
    lire_filtre,
    lire_masque,
    lire_valeur,
)
from journal_scls.application.publications.ports_publications import PublicationGardee
from journal_scls.domain.chiffres.bilan import Bilan, ParametresBilan
from journal_scls.domain.chiffres.comptes import Comptes
from journal_scls.domain.chiffres.indicateurs import Indicateurs
from journal_scls.domain.chiffres.masquage import Masquage
from journal_scls.domain.documents.document import Provenance
from journal_scls.domain.documents.publication import (
    CodeVerification,
    Difference,
    Publication,
    Releve,
    Verification,
    mois_en_mots,
)
from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.periode import Periode
from journal_scls.domain.protection.document import Anterieur, proteger
from journal_scls.domain.protection.masque import Masque

SERIE_MAX = 60


class Publications:
    """Published documents of the open dossier."""

    def __init__(
        self,
        *,
        unite: Callable[[], UnitOfWork],
        source: SourceFaits,
        rapports: Rapports,
        impressions: Impressions,
        indicateurs: Indicateurs,
    ) -> None:
        self._unite = unite
        self._source = source
        self._rapports = rapports
        self._impressions = impressions
        self._indicateurs = indicateurs
        self._connues: dict[tuple[str, str], Difference] = {}

    def publier(
        self,
        serie: str,
        periode: Periode,
        filtre: Filtre | None = None,
        parametres: ParametresBilan | None = None,
        *,
        figer: bool = False,
        progress: Progress | None = None,
    ) -> Publication:
        """Make a document of the series and keep it for ever, with its period closed if asked.

        Raises:
            RegleMetier: the period cuts a month or is closed in this series, the series has other
                filters, no masking goes with masking, too little is added to what is published.
            Environnement: entries keep arriving while they are counted.
            Cancelled: somebody asked to stop.
        """
        serie, filtre = _nommer(serie), filtre or Filtre()
        parametres, progress = parametres or ParametresBilan(), progress or Progress()
        deja = self._gardees(serie=serie)
        _verifier(periode, filtre, parametres, deja)
        timbre = self._source.timbre()
        comptes, releve = self._lire(periode, filtre, progress)
        masque = self._masque(comptes, parametres, deja, progress)
        bilan = self._rapports.bilan(periode, filtre, parametres, progress, masque=masque)
        if self._source.timbre() != timbre:
            raise _change()
        gardee = self._garder(bilan, comptes, releve, masque, serie=serie, timbre=timbre,
                              filtres=filtre_en_clair(filtre))  # fmt: skip
        if any(publiee.code == gardee.code for publiee in deja):
            raise _deja_publie(gardee)
        progress.verifier()
        with self._unite() as unite:  # it is kept whole, or nothing is
            unite.publications.ajouter(gardee)
            if figer:
                unite.publications.figer(gardee.id, gardee.coupure)
            unite.noter("publication", gardee.code)
            unite.commit()
        return _publication(replace(gardee, figee_le=gardee.coupure if figer else None))

    def figer(self, code: str) -> Publication:
        """Close the period of a publication with it.

        Raises:
            RegleMetier: nothing has this code, or its period is already closed in its series.
        """
        gardee = self._gardee(code)
        closes = self._gardees(serie=gardee.serie, figees=True)
        if any(close.periode == gardee.periode for close in closes):
            raise _deja_figee(gardee.serie)
        le = self._impressions.provenance().arrete_le
        with self._unite() as unite:
            unite.publications.figer(gardee.id, le)
            unite.noter("periode_close", gardee.code)
            unite.commit()
        return _publication(replace(gardee, figee_le=le))

    def lister(self) -> Sequence[Publication]:
        """All of them, oldest first."""
        return [_publication(gardee) for gardee in self._gardees()]

    def relire(self, code: str) -> Publication:
        """The document as it was published.

        Raises:
            RegleMetier: that is no code, or nothing has it.
            Environnement: what is kept is not what was published.
        """
        return _publication(self._gardee(code))

    def difference(self, code: str) -> Difference:
        """What changed since among the entries of its period and filters."""
        return self._difference(self._gardee(code))

    def verifier_code(self, code: str) -> Verification:
        """Find a document by the code printed on it, check it, and compare it with today."""
        gardee = self._gardee(code)
        return Verification(_publication(gardee), self._difference(gardee))

    def notes(self, periode: Periode, filtre: Filtre) -> Sequence[str]:
        """What a new document must say of the closed periods that it counts again, even in part."""
        voulus = filtre_en_clair(filtre)
        closes = [
            g
            for g in self._gardees(figees=True)
            if g.filtres == voulus and periode.du <= g.periode.au and g.periode.du <= periode.au
        ]
        return [self._note(gardee) for gardee in closes]

    def _note(self, gardee: PublicationGardee) -> str:
        difference = self._difference(gardee)
        constat = "rien n'a changé depuis" if difference.identique else difference.phrase
        code = CodeVerification(gardee.code).insecable
        mois = mois_en_mots(gardee.periode)
        return f"Période figée, {mois} (« {gardee.serie} », code {code}) : {constat}."

    # --- reading

    def _lire(
        self, periode: Periode, filtre: Filtre, progress: Progress
    ) -> tuple[Mapping[str, Comptes], Releve]:
        """The counts month by month, and the versions they counted."""
        champs = self._indicateurs.champs
        comptes = {
            f"{mois.du:%Y-%m}": self._source.comptes(
                replace(filtre, du=mois.du, au=mois.au), mois, champs, progress
            )
            for mois in periode.liste_mois()
        }
        return comptes, self._releve(periode, filtre)

    def _releve(self, periode: Periode, filtre: Filtre) -> Releve:
        return Releve.dresser(self._source.versions(replace(filtre, du=periode.du, au=periode.au)))

    def _masque(
        self,
        comptes: Mapping[str, Comptes],
        parametres: ParametresBilan,
        deja: Sequence[PublicationGardee],
        progress: Progress,
    ) -> Masque | None:
        masquage = Masquage(parametres.masquage_k)
        if masquage.k is None:
            return None
        anterieurs = [
            Anterieur(lire_comptes(gardee.comptes), masque)
            for gardee in deja
            if (masque := lire_masque(gardee.masque)) is not None
        ]
        return proteger(
            comptes,
            masquage,
            self._indicateurs,
            avec_milieu=parametres.milieu_dans_la_base,
            regrouper=parametres.regrouper,
            anterieurs=anterieurs,
            jalon=partial(protection_en_cours, progress),
        )

    def _garder(
        self,
        bilan: Bilan,
        comptes: Mapping[str, Comptes],
        releve: Releve,
        masque: Masque | None,
        *,
        serie: str,
        filtres: str,
        timbre: str,
    ) -> PublicationGardee:
        provenance = self._impressions.provenance()
        document = ecrire_valeur(bilan)
        origine = ecrire_valeur(provenance)
        return PublicationGardee(
            id=nouvel_identifiant(),
            serie=serie,
            periode=bilan.periode,
            filtres=filtres,
            parametres=canonique(asdict(bilan.parametres)),
            vocabulaire=bilan.vocabulaire,
            code=_code(document, origine, serie).texte,
            coupure=provenance.arrete_le,
            ecritures=len(releve),
            condense=releve.condense,
            timbre=timbre,
            provenance=origine.decode(),
            document=document,
            releve=releve.octets,
            comptes=ecrire_comptes(comptes),
            masque=ecrire_masque(masque),
        )

    def _difference(self, gardee: PublicationGardee) -> Difference:
        timbre = self._source.timbre()
        if timbre == gardee.timbre:
            return Difference()
        if (gardee.code, timbre) not in self._connues:
            self._connues[gardee.code, timbre] = self._comparer(gardee)
        return self._connues[gardee.code, timbre]

    def _comparer(self, gardee: PublicationGardee) -> Difference:
        releve = self._releve(gardee.periode, lire_filtre(gardee.filtres))
        return Difference.entre(Releve.lire(gardee.releve), releve)

    def _gardees(
        self, *, serie: str = "", code: str = "", figees: bool = False
    ) -> Sequence[PublicationGardee]:
        with self._unite() as unite:
            return unite.publications.chercher(serie=serie, code=code, figees=figees)

    def _gardee(self, code: str) -> PublicationGardee:
        voulu = CodeVerification.lire(code)
        trouvees = self._gardees(code=voulu.texte)
        if not trouvees:
            raise RegleMetier(
                f"Aucun document publié d'ici n'a le code {voulu.affiche}.",
                "Vérifiez le code, et que c'est bien ce dossier qui a publié le document.",
                champ="code",
            )
        return trouvees[0]


def _nommer(serie: str) -> str:
    nom = " ".join(serie.split())
    if not nom or len(nom) > SERIE_MAX:
        raise RegleMetier(
            "Il faut nommer la série du document.",
            f"Donnez un nom de 1 à {SERIE_MAX} caractères, par exemple « comité régional ».",
            champ="serie",
        )
    return nom


def _verifier(
    periode: Periode,
    filtre: Filtre,
    parametres: ParametresBilan,
    deja: Sequence[PublicationGardee],
) -> None:
    """A series only holds documents that can be protected from one another."""
    if periode.mois_coupes:
        raise RegleMetier(
            "Un document publié couvre des mois entiers.",
            "Commencez au premier d'un mois et finissez à la fin d'un mois.",
            champ="periode",
        )
    if any(g.figee_le and g.periode == periode for g in deja):
        raise _deja_figee(deja[0].serie)
    if deja and deja[0].filtres != filtre_en_clair(filtre):
        raise RegleMetier(
            f"La série « {deja[0].serie} » est publiée avec d'autres filtres.",
            "Reprenez les mêmes filtres, ou donnez un autre nom de série.",
            champ="serie",
        )
    masquees = [g for g in deja if g.masque]
    if deja and bool(masquees) != (parametres.masquage_k is not None):
        raise RegleMetier(
            f"La série « {deja[0].serie} » {'masque' if masquees else 'ne masque pas'} les petits "
            "nombres, et ce document ferait le contraire.",
            "Gardez le même masquage, ou donnez un autre nom de série.",
            champ="serie",
        )


def _code(document: bytes, origine: bytes, serie: str) -> CodeVerification:
    """Where it comes from counts too: the same figures on two days are two documents."""
    return CodeVerification.de(b"\n".join((document, origine, serie.encode())))


def _deja_publie(gardee: PublicationGardee) -> RegleMetier:
    return RegleMetier(
        f"Ce document vient d'être publié dans la série « {gardee.serie} ».",
        f"Son code est {CodeVerification(gardee.code).affiche} : servez-vous de celui-là.",
        champ="periode",
    )


def _deja_figee(serie: str) -> RegleMetier:
    return RegleMetier(
        f"Cette période est figée dans la série « {serie} ».",
        "Relisez le document publié, ou publiez une période qui la dépasse : elle dira ce qui a "
        "changé depuis.",
        champ="periode",
    )


def _change() -> Environnement:
    return Environnement(
        "Des écritures ont changé pendant que le document se comptait.",
        "Recommencez quand plus rien n'arrive.",
    )


def _publication(gardee: PublicationGardee) -> Publication:
    """The values of what is kept, checked against the code that was printed."""
    code = CodeVerification(gardee.code)
    origine = gardee.provenance.encode()
    if _code(gardee.document, origine, gardee.serie) != code:
        raise Environnement(
            f"Le document {code.affiche} n'est plus tel qu'il a été publié.",
            "Restaurez une sauvegarde, et gardez celle-ci pour comprendre ce qui est arrivé.",
        )
    return Publication(
        id=gardee.id,
        serie=gardee.serie,
        bilan=lire_valeur(Bilan, gardee.document),
        code=code,
        releve=gardee.condense,
        ecritures=gardee.ecritures,
        provenance=lire_valeur(Provenance, origine),
        figee_le=gardee.figee_le,
    )
