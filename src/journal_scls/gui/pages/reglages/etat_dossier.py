"""Is the folder sound, and what was done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.ports import Acte
from journal_scls.application.ports_dossiers import Controle
from journal_scls.domain.texte import accorder
from journal_scls.gui.etat import heure
from journal_scls.gui.jours import decrire_date
from journal_scls.gui.texte_riche import liste, phrase, titre
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import Mesures, role, texte
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.work_page import Details

_LIGNES = 12  # of the register, on screen

# The words of the register. A test looks for every act that the program writes.
ACTES = {
    "cles_changees": "Nouvelles clés de ce journal",
    "cles_creees": "Clés de ce journal créées",
    "cles_prises": "Nouvelles clés d’un journal acceptées",
    "copie_en_lecture": "Journal reconnu comme une copie, ouvert en lecture",
    "code_renouvele": "Code de secours refait",
    "destruction": "Interventions détruites, leur temps de conservation passé",
    "exportation en clair": "Exportation en clair",
    "fiches_fusionnees": "Deux fiches du répertoire fusionnées",
    "fusion_defaite": "Fusion de fiches défaite",
    "invitation_faite": "Invitation à rejoindre la région écrite",
    "journal_inscrit": "Journal inscrit dans la région",
    "journal_revoque": "Journal révoqué",
    "milieu_change": "Milieu de vie modifié",
    "nouvelle_incarnation": "Journal continué sous une nouvelle incarnation",
    "organisme_remplace": "Organisme remplacé par un autre",
    "ouverture_par_code": "Journal ouvert avec le code de secours",
    "periode_close": "Période close",
    "phrase_changee": "Phrase de passe changée",
    "proposition_decidee": "Proposition au répertoire décidée",
    "propositions_faites": "Propositions au répertoire envoyées",
    "publication": "Chiffres publiés et figés",
    "region_choisie": "Région choisie",
    "region_rejointe": "Région rejointe",
    "repertoire_pris": "Répertoire de la région pris",
    "trousseau_permis": "Ouverture sans question permise (trousseau)",
    "trousseau_retire": "Ouverture sans question retirée (trousseau)",
}


class EtatDossier(Card):
    """The answers are written in the card, so that they can be read again."""

    verification_voulue = Signal()
    registre_voulu = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Vérifier et rendre compte", parent)
        self.verifier = button("Véri&fier le dossier")
        self.registre = button("Voir le re&gistre")
        self.resultat = texte("", "reussite")
        self.resultat.hide()
        self.details = Details("Réponse")
        self.details.hide()
        self.body.addWidget(
            texte(
                "Le registre dit les actes sensibles et leur moment, jamais ce que contiennent "
                "vos notes.",
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
            "Quelque chose demande votre attention." if fautes else "Tout est en ordre.",
            bon=not fautes,
        )
        lignes = (f"{'✓' if c.ok else '✗'} {c.controle} : {c.message}" for c in controles)
        self._montrer("".join(phrase(ligne) for ligne in lignes))

    def montrer_actes(self, actes: Sequence[Acte]) -> None:
        """The register, a day at a time."""
        self._dire(f"{accorder(len(actes), 'acte')} au registre.", bon=True)
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
    return f"{heure(acte.quand)} – {ACTES.get(acte.acte, acte.acte)}{detail}"
