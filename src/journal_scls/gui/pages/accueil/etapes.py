"""The four steps of the welcome assistant; each one is asked, none knows the others."""

import secrets
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from journal_scls.application.ports import Horloge
from journal_scls.application.ports_dossiers import CodeImprime
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.profil import Profil, Role
from journal_scls.gui.champs import champ_choix
from journal_scls.gui.pages.phrase_double import PhraseDouble
from journal_scls.gui.traduction import dite, marque, tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.design import role, texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.front_page import FrontPage, button, row

_ROLES = (
    Choice(Role.INTERVENANT, marque("Intervenante, intervenant")),
    Choice(Role.COORDINATION, marque("Coordination régionale")),
)
_SORT = secrets.SystemRandom()
# What people type for the digits that letters resemble; the code has neither O, I, L nor U.
_CONFUSIONS = str.maketrans("OILU", "011V")


class EtapeIdentite(FrontPage):
    """Who I am."""

    restauration_demandee = Signal()

    def __init__(self, employeurs: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Bienvenue. Qui êtes-vous ?"),
            parent,
            subtitle=tr("Étape 1 sur 4. Quatre réponses, et votre journal sera prêt."),
        )
        self.role = champ_choix(_ROLES)
        self.role.set_value(Role.INTERVENANT)
        self.code = QLineEdit()
        self.code.setPlaceholderText("INT-01")
        self.employeur = champ_choix([Choice(c, nom) for c, nom in employeurs.items()])
        self.nom = QLineEdit()
        carte = Card()
        self.ligne_code = FieldRow(
            tr("&Code"),
            self.code,
            hint=tr("Il signe vos saisies à la place de votre nom."),
            required=True,
        )
        self.ligne_nom = FieldRow(
            tr("&Nom affiché"), self.nom, hint=tr("Imprimé en tête de vos résumés, si vous voulez.")
        )
        for ligne in (
            FieldRow(
                tr("&Rôle"), self.role, hint=tr("Ce à quoi ce journal servira."), required=True
            ),
            self.ligne_code,
            FieldRow(
                tr("E&mployeur"), self.employeur, hint=tr("Le genre d’organisme qui vous emploie.")
            ),
            self.ligne_nom,
        ):
            carte.body.addWidget(ligne)
        self.body.addWidget(carte)
        self.restaurer = button(tr("J’ai déjà une sau&vegarde : la restaurer…"), "discret")
        self.restaurer.clicked.connect(self.restauration_demandee)
        self.body.addWidget(row(self.restaurer))

    def first_field(self) -> QWidget:
        """The role is nearly always right, so typing starts at the code."""
        return self.code

    def profil(self, horloge: Horloge) -> Profil | None:
        """What was answered, or None with the reason beside its field."""
        self.ligne_code.set_error("")
        self.ligne_nom.set_error("")
        try:
            return Profil(
                id=nouvel_identifiant(),
                role=self.role.value() or Role.INTERVENANT,
                code=self.code.text().strip(),
                cree_le=horloge.maintenant(),
                employeur_type=self.employeur.value() or "",
                nom_affiche=self.nom.text().strip(),
            )
        except RegleMetier as refus:
            ligne = self.ligne_nom if refus.champ == "nom_affiche" else self.ligne_code
            ligne.set_error(dite(refus.message, refus.suite))
            ligne.focus()
            return None


class EtapePhrase(FrontPage):
    """The passphrase, twice."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Votre phrase de passe"),
            parent,
            subtitle=tr(
                "Étape 2 sur 4. Elle chiffre le journal et l’ouvrira chaque jour. "
                "Quatre ou cinq mots sans lien entre eux font une bonne phrase."
            ),
        )
        self.phrases = PhraseDouble()
        self.phrases.submitted.connect(self.submitted)
        carte = Card()
        carte.body.addWidget(self.phrases)
        self.body.addWidget(carte)
        self.body.addWidget(self.message)

    def first_field(self) -> QWidget:
        """The first of the two."""
        return self.phrases.phrase.edit


class EtapeCode(FrontPage):
    """The recovery code, shown once."""

    feuille_demandee = Signal()

    def __init__(self, code: CodeImprime, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Votre code de secours"),
            parent,
            subtitle=tr(
                "Étape 3 sur 4. Votre journal est créé. Si vous oubliez votre phrase de "
                "passe, seul ce code l’ouvrira. Il n’est montré qu’une fois : écrivez-le, ou "
                "imprimez la feuille, et gardez-le sous clé, loin de l’ordinateur."
            ),
        )
        self.code = code
        carte = Card()
        carte.body.addWidget(grille_code(code))
        self.body.addWidget(carte)
        self.feuille = button(tr("Enregistrer la feui&lle à imprimer (PDF)…"))
        self.feuille.clicked.connect(self.feuille_demandee)
        self.body.addWidget(row(self.feuille))
        self.body.addWidget(self.message)

    def first_field(self) -> QWidget:
        """Nothing is typed here; the sheet is what one would do."""
        return self.feuille


def grille_code(code: CodeImprime) -> QWidget:
    """The groups of a recovery code, each read and copied by itself."""
    boite = QWidget()
    grille = QGridLayout(boite)
    for rang, groupe in enumerate(code.groupes):
        numero = texte(tr("Groupe {rang}", rang=rang + 1), "aide", boite)
        valeur = QLabel(groupe, boite)
        role(valeur, "code")
        valeur.setIndent(0)
        valeur.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        valeur.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # read group by group, and copied
        valeur.setAccessibleName(
            tr("Groupe {rang} : {liste}", rang=rang + 1, liste=" ".join(groupe))
        )
        ligne, colonne = divmod(rang, 4)
        grille.addWidget(numero, 2 * ligne, colonne)
        grille.addWidget(valeur, 2 * ligne + 1, colonne)
    return boite


class EtapeVerification(FrontPage):
    """Two groups typed back: proof that the code is on paper."""

    submitted = Signal()

    def __init__(
        self,
        code: CodeImprime,
        parent: QWidget | None = None,
        *,
        choisir: Callable[[range, int], list[int]] = _SORT.sample,
    ) -> None:
        super().__init__(
            tr("Avez-vous bien le code ?"),
            parent,
            subtitle=tr("Étape 4 sur 4. Lisez votre feuille et tapez ces deux groupes."),
        )
        self._code = code
        self.rangs = sorted(choisir(range(len(code.groupes)), 2))
        self.champs = [QLineEdit() for _ in self.rangs]
        self.lignes = []
        carte = Card()
        for nom, rang, champ in zip(
            (tr("&Groupe"), tr("Gr&oupe")), self.rangs, self.champs, strict=True
        ):
            ligne = FieldRow(f"{nom} {rang + 1}", champ, required=True)
            carte.body.addWidget(ligne)
            self.lignes.append(ligne)
            champ.returnPressed.connect(self.submitted)
        self.body.addWidget(carte)

    def first_field(self) -> QWidget:
        """The first group."""
        return self.champs[0]

    def confirmee(self) -> bool:
        """Whether both are right; the first wrong one is told and takes the focus."""
        for rang, champ, ligne in zip(self.rangs, self.champs, self.lignes, strict=True):
            juste = normaliser(champ.text()) == self._code.groupes[rang]
            ligne.set_error(
                "" if juste else tr("Ce n’est pas le groupe {rang} du code.", rang=rang + 1)
            )
        fausse = next((ligne for ligne in self.lignes if ligne.error()), None)
        if fausse is not None:
            fausse.focus()
        return fausse is None


def normaliser(saisie: str) -> str:
    """What was typed, as it is printed: 0 for O, 1 for I and L, no dash, no space."""
    return "".join(c for c in saisie.upper() if c.isalnum()).translate(_CONFUSIONS)
