"""The one door for long work, with real threads."""

import gc
import threading
import time
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from journal_scls.application.operation import Changes
from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.gui.task_runner import TaskRunner
from tests.gui.aides import Issues


def test_the_operation_runs_elsewhere_and_its_result_comes_back_here(qtbot, runner, page):
    issues = Issues()
    fils = []

    def op(progress):
        fils.append(threading.get_ident())
        return 42

    runner.run(page, op, **issues.tous())
    assert issues.faits == []
    qtbot.waitUntil(lambda: len(issues.faits) == 2)
    assert issues.faits == [("succes", 42), ("fin",)]
    assert fils != [threading.get_ident()]
    assert not runner.occupe


def test_an_error_of_ours_goes_to_the_page_else_to_the_dialogs(runner, page, erreurs):
    issues = Issues()
    refus = RegleMetier("Non.", champ="date")

    def op(progress):
        raise refus

    runner.run(page, op, **issues.tous())
    runner.run(page, op, on_success=issues("succes"))
    assert runner.attendre_fin(60)
    assert issues.faits == [("erreur", refus), ("fin",)]
    assert erreurs == [refus]


def test_anything_else_is_a_bug_and_the_page_is_told_that_it_is_over(runner, page, bogues, erreurs):
    issues = Issues()
    runner.run(page, lambda progress: 1 / 0, **issues.tous())
    assert runner.attendre_fin(60)
    assert [type(b) for b in bogues] == [ZeroDivisionError]
    assert issues.faits == [("fin",)]
    assert erreurs == []


def test_even_an_exit_in_a_worker_is_a_bug(runner, page, bogues):
    def op(progress):
        raise SystemExit(3)

    runner.run(page, op, on_success=print)
    assert runner.attendre_fin(60)
    assert [type(b) for b in bogues] == [SystemExit]


def test_cancelling_stops_at_the_next_step(runner, page):
    issues = Issues()
    commence = threading.Event()

    def op(progress):
        while True:
            progress.etape(0, None)
            commence.set()
            time.sleep(0.001)

    progress = runner.run(page, op, **issues.tous())
    assert commence.wait(60)
    progress.annuler()
    assert runner.attendre_fin(60)
    assert issues.faits == [("annule",), ("fin",)]


def test_what_waits_and_is_cancelled_never_starts(runner, page):
    porte = threading.Event()
    demarre = []
    issues = Issues()
    runner.run(page, lambda progress: porte.wait(60), on_success=lambda r: None)
    attente = runner.run(page, demarre.append, **issues.tous())
    attente.annuler()
    porte.set()
    assert runner.attendre_fin(60)
    assert demarre == []
    assert issues.faits == [("annule",), ("fin",)]


def test_a_page_that_is_gone_hears_nothing(qtbot, runner, bogues, erreurs):
    parent = QObject()
    page = QWidget()
    page.deleteLater()
    porte = threading.Event()
    issues = Issues()

    def op(progress):
        porte.wait(60)
        return 1

    def refus(progress):
        porte.wait(60)
        raise Environnement("Disque plein.")

    runner.run(page, op, **issues.tous())
    runner.run(page, refus, on_success=issues("succes"))
    runner.run(parent, op, on_success=issues("parent"))
    QApplication.sendPostedEvents(page, 52)
    porte.set()
    assert runner.attendre_fin(60)
    assert issues.faits == [("parent", 1)]
    assert bogues == erreurs == []


def test_others_read_again_even_when_the_page_that_asked_is_gone(runner):
    recus = []
    runner.changed.connect(lambda changes, qui: recus.append(changes))
    page = QWidget()

    class Resultat:
        changes = Changes(lots=True)

    runner.run(page, lambda progress: Changes(interventions=True), on_success=lambda r: None)
    runner.run(page, lambda progress: Resultat(), on_success=lambda r: None)
    runner.run(page, lambda progress: Changes(), on_success=lambda r: None)
    page.deleteLater()
    QApplication.sendPostedEvents(page, 52)
    assert runner.attendre_fin(60)
    assert recus == [Changes(interventions=True), Changes(lots=True)]


def test_two_thousand_jobs_of_the_database_end_in_order(runner, page):
    recus = []
    fils = set()

    def op(i):
        def executer(progress):
            fils.add(threading.get_ident())
            progress.etape(i, 2000)
            return i

        return executer

    for i in range(2000):
        runner.run(page, op(i), on_success=recus.append)
    assert runner.attendre_fin(60)
    assert recus == list(range(2000))
    assert len(fils) == 1


def test_the_other_worker_does_not_wait_for_the_database(runner, page):
    porte = threading.Event()
    runner.run(page, lambda progress: porte.wait(60), on_success=lambda r: None)
    issues = []
    runner.run(page, lambda progress: porte.set(), on_success=issues.append, base=False)
    assert runner.attendre_fin(60)
    assert issues == [None]


def test_an_exception_in_a_callback_is_a_bug_and_stops_nothing(runner, page, bogues):
    issues = Issues()

    def exploser(resultat):
        raise KeyError(resultat)

    tous = issues.tous() | {"on_success": exploser}
    runner.run(page, lambda progress: "a", **tous)
    runner.run(page, lambda progress: "b", on_success=issues("succes"))
    assert runner.attendre_fin(60)
    assert [type(b) for b in bogues] == [KeyError]
    assert issues.faits == [("fin",), ("succes", "b")]


def test_an_exception_while_reporting_progress_is_a_bug_too(qtbot, runner, page, bogues):
    def op(progress):
        progress.etape(1, 2)

    def exploser(avancement):
        raise KeyError(avancement.fait)

    issues = Issues()
    runner.run(page, op, on_success=print, on_progress=exploser, on_done=issues("fin"))
    assert runner.attendre_fin(60)
    assert [type(b) for b in bogues] == [KeyError]
    assert issues.faits == [("fin",)]


def test_reports_are_thinned_and_the_last_one_comes_before_the_result(qtbot, runner, page):
    faits = []

    def op(progress):
        fin = time.monotonic() + 0.5
        while time.monotonic() < fin:
            progress.etape(1, 100, "Lecture")
        progress.etape(100, 100, "Lecture")

    runner.run(
        page,
        op,
        on_success=lambda r: faits.append("succes"),
        on_progress=lambda avancement: faits.append(avancement.fait),
    )
    qtbot.waitUntil(lambda: "succes" in faits)
    assert faits[-2:] == [100, "succes"]
    assert 2 <= len(faits) <= 9


def test_what_an_operation_owns_dies_on_the_main_thread(runner, page):
    """A widget let go by a worker would be destroyed there, and Qt would crash."""
    morts = []

    class Porteur:
        pass

    def lancer(echec):
        porteur = Porteur()
        weakref.finalize(porteur, lambda: morts.append(threading.get_ident()))

        def op(progress):
            if echec:
                raise ValueError(porteur)
            return porteur

        runner.run(page, op, on_success=lambda r: None, base=False)

    runner._relay._sur_bogue = runner._sur_bogue = lambda exc: None
    for i in range(300):
        lancer(i % 2)
        if i % 7 == 0:
            runner.attendre_fin(60)
    assert runner.attendre_fin(60)
    gc.collect()
    assert len(morts) == 300
    assert set(morts) == {threading.get_ident()}


def test_idle_is_told_when_the_last_one_ends(qtbot, runner, page):
    with qtbot.waitSignal(runner.idle):
        runner.run(page, lambda progress: None, on_success=lambda r: None)
    assert not runner.occupe


def test_waiting_gives_up_after_its_delay(runner, page):
    porte = threading.Event()
    runner.run(page, lambda progress: porte.wait(60), on_success=lambda r: None)
    assert not runner.attendre_fin(0.05)
    porte.set()
    assert runner.attendre_fin(60)


def test_closing_cancels_waits_and_delivers(qapp, page, bogues):
    runner = TaskRunner(lambda parent, erreur: None, bogues.append)
    issues = Issues()

    def op(progress):
        while True:
            progress.etape(0, None)

    def relancer():
        runner.run(page, op, on_success=print, on_cancelled=issues("second"))

    runner.run(page, op, on_success=print, on_cancelled=relancer)
    runner.fermer()
    assert issues.faits == [("second",)]
    assert not [fil for fil in threading.enumerate() if fil.name.startswith(("base", "io_"))]


def test_a_closure_posted_from_a_thread_runs_here(qtbot, runner):
    fils = []
    fil = threading.Thread(target=lambda: runner.post(lambda: fils.append(threading.get_ident())))
    fil.start()
    qtbot.waitUntil(lambda: bool(fils))
    fil.join()
    assert fils == [threading.get_ident()]
