"""Progress, cancelling and what changed."""

import threading

import pytest

from journal_scls.application.operation import Avancement, Cancelled, Changes, Progress


def test_each_report_reaches_the_listener_in_order():
    recus = []
    progress = Progress(recus.append)
    progress.etape(0, None, "Lecture")
    progress.etape(3, 10)
    assert recus == [Avancement(0, None, "Lecture"), Avancement(3, 10, "")]
    assert progress.dernier == Avancement(3, 10, "")


def test_nothing_is_known_before_the_first_report():
    assert Progress().dernier is None


def test_once_cancelled_the_next_step_stops_the_operation_and_reports_nothing():
    recus = []
    progress = Progress(recus.append)
    progress.annuler()
    assert progress.annule
    with pytest.raises(Cancelled):
        progress.etape(1, 2)
    with pytest.raises(Cancelled):
        progress.verifier()
    assert recus == []


def test_another_thread_may_cancel_a_running_operation():
    progress = Progress()
    commence = threading.Event()
    issue = []

    def operation():
        try:
            while True:
                progress.etape(1, None)
                commence.set()
        except Cancelled:
            issue.append("annulée")

    fil = threading.Thread(target=operation)
    fil.start()
    assert commence.wait(5)
    progress.annuler()
    fil.join(5)
    assert issue == ["annulée"]


def test_changes_add_up_and_are_false_when_nothing_changed():
    assert not Changes()
    somme = Changes(interventions=True) | Changes(lots=True)
    assert somme == Changes(interventions=True, lots=True)
    assert somme
