"""Is the folder sound, and what was done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.ports import Acte
from journal_scls.application.ports_dossiers import Controle
from journal_scls.gui.fenetre.etat import heure
from journal_scls.gui.jours import decrire_date
from journal_scls.gui.texte_riche import liste, phrase, titre
from journal_scls.gui.traduction import deux_points, dite, marque, tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import Mesures, role, texte
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.work_page import Details

_LIGNES = 12  # of the register, on screen

# The words of the register. A test looks for every act that the program writes.
ACTES = {
    "cles_changees": marque("Nouvelles clés de ce journal"),
    "cles_creees": marque("Clés de ce journal créées"),
    "cles_prises": marque("Nouvelles clés d’un journal acceptées"),
    "copie_en_lecture": marque("Journal reconnu comme une copie, ouvert en lecture"),
    "code_renouvele": marque("Code de secours refait"),
    "destruction": marque("Interventions détruites, leur temps de conservation passé"),
    "exportation en clair": marque("Exportation en clair"),
    "fiches_fusionnees": marque("Deux fiches du répertoire fusionnées"),
    "fusion_defaite": marque("Fusion de fiches défaite"),
    "invitation_faite": marque("Invitation à rejoindre la région écrite"),
    "journal_inscrit": marque("Journal inscrit dans la région"),
    "journal_revoque": marque("Journal révoqué"),
    "milieu_change": marque("Milieu de vie modifié"),
    "nouvelle_incarnation": marque("Journal continué sous une nouvelle incarnation"),
    "organisme_remplace": marque("Organisme remplacé par un autre"),
    "ouverture_par_code": marque("Journal ouvert avec le code de secours"),
    "periode_close": marque("Période close"),
    "phrase_changee": marque("Phrase de passe changée"),
    "proposition_decidee": marque("Proposition au répertoire décidée"),
    "propositions_faites": marque("Propositions au répertoire envoyées"),
    "publication": marque("Chiffres publiés et figés"),
    "region_choisie": marque("Région choisie"),
    "region_rejointe": marque("Région rejointe"),
    "repertoire_pris": marque("Répertoire de la région pris"),
    "trousseau_permis": marque("Ouverture sans question permise (trousseau)"),
    "trousseau_retire": marque("Ouverture sans question retirée (trousseau)"),
}


class EtatDossier(Card):
    """The answers are written in the card, so that they can be read again."""

    verification_voulue = Signal()
    registre_voulu = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Vérifier et rendre compte"), parent)
        self.verifier = button(tr("Véri&fier le dossier"))
        self.registre = button(tr("Voir le re&gistre"))
        self.resultat = texte("", "reussite")
        self.resultat.hide()
        self.details = Details(tr("Réponse"))
        self.details.hide()
        self.body.addWidget(
            texte(
                tr(
                    "Le registre dit les actes sensibles et leur moment, jamais ce que contiennent "
                    "vos notes."
                ),
                "aide",
            )
        )
        for widget in (row(self.verifier, self.registre), self.resultat, self.details):
            self.body.addWidget(widget)
        self.verifier.clicked.connect(self.verification_voulue)
        self.registre.clicked.connect(self.registre_voulu)

    def montrer_controles(self, controles: Sequence[Controle]) -> None:
        """One line each."""
        fautes = [c for c in controles if not c.ok]
        self._dire(
            tr("Quelque chose demande votre attention.") if fautes else tr("Tout est en ordre."),
            bon=not fautes,
        )
        lignes = (
            deux_points(f"{'✓' if c.ok else '✗'} {c.controle}", dite(c.message)) for c in controles
        )
        self._montrer("".join(phrase(ligne) for ligne in lignes))

    def montrer_actes(self, actes: Sequence[Acte]) -> None:
        """The register, a day at a time."""
        self._dire(
            tr("{compte} au registre.", compte=tr("{n} acte", "{n} actes", len(actes))), bon=True
        )
        jours: dict[str, list[str]] = {}
        for acte in actes:
            jour = decrire_date(acte.quand.astimezone().date())
            jours.setdefault(jour, []).append(_ligne(acte))
        self._montrer("".join(titre(jour) + liste(lignes) for jour, lignes in jours.items()))

    def _dire(self, phrase_: str, *, bon: bool) -> None:
        self.resultat.setText(phrase_)
        role(self.resultat, "reussite" if bon else "erreur")
        self.resultat.show()
        announce(self, phrase_, assertive=not bon)

    def _montrer(self, html: str) -> None:
        self.details.setVisible(bool(html))
        self.details.setMinimumHeight(Mesures.de(self.font()).ligne * _LIGNES)
        self.details.show_html(html)


def _ligne(acte: Acte) -> str:
    detail = f" ({acte.detail})" if acte.detail else ""
    return f"{heure(acte.quand)} – {tr(ACTES.get(acte.acte, acte.acte))}{detail}"
