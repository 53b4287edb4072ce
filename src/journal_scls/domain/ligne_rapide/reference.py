"""A referral read in a line, while its words are met, in any order."""

from dataclasses import dataclass, replace
from uuid import UUID

from journal_scls.domain.journal.intervention import Reference
from journal_scls.domain.ligne_rapide.lexique import Sens

DE_REFERENCE = ("destination", "service", "ressource", "mode_reference", "statut_reference")


@dataclass(frozen=True, slots=True)
class ReferenceLue:
    """What the words said so far; '' is what they did not say."""

    debut: int
    fin: int
    sens: tuple[Sens, ...] = ()

    @property
    def destination(self) -> str:
        """Said, or the one of the service that was said."""
        for sens in self.sens:
            if sens.champ == "destination":
                return sens.code
            if sens.champ in ("service", "ressource"):
                return sens.parent.split(":")[0]
        return ""

    def accepte(self, sens: Sens) -> bool:
        """Whether these words may belong to it: said again, or not said yet and not against."""
        if sens in self.sens:
            return True
        if any(connu.champ == sens.champ for connu in self.sens):
            return False
        if sens.champ == "destination":
            return self.destination in ("", sens.code)
        if sens.champ in ("service", "ressource"):
            return self.destination in ("", sens.parent.split(":")[0])
        return True

    def avec(self, sens: Sens, debut: int, fin: int) -> "ReferenceLue":
        """The same, with these words."""
        tous = self.sens if sens in self.sens else (*self.sens, sens)
        return replace(self, debut=min(self.debut, debut), fin=fin, sens=tous)

    def valeur(self) -> Reference:
        """The referral; what nobody said is '' and has to be chosen."""
        partenaire = self._premier("ressource")
        service = self._premier("service")
        connu = partenaire.parent.partition(":")[2] if partenaire else ""
        mode, statut = self._premier("mode_reference"), self._premier("statut_reference")
        return Reference(
            destination=self.destination,
            service=service.code if service else connu,
            mode=mode.code if mode else "",
            statut=statut.code if statut else "",
            ressource=UUID(partenaire.code) if partenaire else None,
        )

    def libelle(self) -> str:
        """« CISSS ou CIUSSS – Santé mentale »."""
        return " – ".join(sens.libelle for sens in self.sens)

    def _premier(self, champ: str) -> Sens | None:
        return next((sens for sens in self.sens if sens.champ == champ), None)
