"""The doubles keep the promises that pages rely on."""

import pytest

from journal_scls.domain.errors import RegleMetier
from journal_scls.gui.task_runner import Runner, TaskRunner
from tests.gui.aides import Issues
from tests.gui.fakes import FakeDialogs, InlineRunner


class TestInlineRunner:
    def test_it_has_the_shape_of_the_real_one(self, page):
        runner: Runner = InlineRunner()
        publics = {nom for nom in vars(TaskRunner) if not nom.startswith("_")}
        assert publics - {"staticMetaObject"} <= set(dir(runner))

    def test_every_outcome_is_told_at_once(self, page):
        runner = InlineRunner()
        issues = Issues()
        refus = RegleMetier("Non.")

        def refuser(progress):
            raise refus

        def annuler(progress):
            progress.annuler()
            progress.etape(1, 2)

        for op in (lambda progress: 7, refuser, annuler):
            runner.run(page, op, **issues.tous())
        assert [f for f in issues.faits if f != ("fin",)] == [
            ("succes", 7),
            ("erreur", refus),
            ("annule",),
        ]

    def test_it_can_hold_work_back(self, page):
        runner = InlineRunner()
        runner.pause = True
        issues = Issues()
        runner.run(page, lambda progress: 7, on_success=issues("succes"))
        assert runner.occupe
        assert issues.faits == []
        runner.liberer()
        assert issues.faits == [("succes", 7)]


class TestFakeDialogs:
    def test_it_answers_in_order_and_remembers(self):
        faux = FakeDialogs()
        faux.repondre("confirmer", True, False)
        recus = []
        for _ in range(2):
            faux.confirmer(
                None, "Sûr?", lambda: recus.append("oui"), action="Oui",
                sur_non=lambda: recus.append("non"),
            )  # fmt: skip
        assert recus == ["oui", "non"]
        assert faux.dits == [("confirmer", "Sûr?")] * 2

    def test_a_question_without_an_answer_fails_the_test(self):
        with pytest.raises(AssertionError, match="no answer prepared"):
            FakeDialogs().choisir_dossier(None, "Où?", print)

    def test_a_refused_text_takes_the_next_answer(self):
        faux = FakeDialogs()
        faux.repondre("demander_texte", "", "Élise")
        recus = []
        faux.demander_texte(
            None, "Nom", recus.append, valider=lambda texte: "" if texte else "Manque."
        )
        assert (recus, faux.refus) == (["Élise"], ["Manque."])
