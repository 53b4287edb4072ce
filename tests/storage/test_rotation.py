"""Seven days, four weeks, five migrations, and nobody else's files."""

from datetime import datetime, timedelta

from journal_scls.storage.sauvegarde import backup, rotation
from journal_scls.storage.sauvegarde.rotation import SAUVEGARDES, Copie
from tests.storage.lignes import QUAND, noms


def test_the_day_has_one_copy(pleine, base_fermee):
    assert backup.du_jour(pleine, base_fermee.dossier, QUAND) is not None
    assert backup.du_jour(pleine, base_fermee.dossier, QUAND + timedelta(hours=3)) is None
    assert backup.du_jour(pleine, base_fermee.dossier, QUAND + timedelta(days=1)) is not None
    assert len(rotation.lister(base_fermee.dossier)) == 2


def test_copies_before_migrations_are_kept_apart_five_at_most(pleine, base_fermee):
    for jour in range(7):
        backup.avant_migration(pleine, base_fermee.dossier, QUAND + timedelta(days=jour))
    gardees = rotation.lister(base_fermee.dossier, avant_migration=True)
    assert [c.quand for c in gardees] == [QUAND + timedelta(days=j) for j in range(6, 1, -1)]
    assert rotation.lister(base_fermee.dossier) == []


def copies(*dates):
    return sorted((Copie(d, None) for d in dates), key=lambda c: c.quand, reverse=True)


def test_seven_days_and_four_weeks_are_kept():
    chaque_jour = copies(*(QUAND - timedelta(days=i) for i in range(100)))
    dates = sorted({(QUAND - c.quand).days for c in rotation.a_garder(chaque_jour)})
    # 22 November 2026 is a Sunday: weeks end 0, 7, 14 and 21 days before.
    assert dates == [0, 1, 2, 3, 4, 5, 6, 7, 14, 21]


def test_a_long_absence_removes_nothing_that_is_still_needed():
    rares = copies(*(QUAND - timedelta(days=60 * i) for i in range(6)))
    assert rotation.a_garder(rares) == set(rares)
    assert rotation.a_garder([]) == set()


def test_the_newest_of_a_day_is_the_one_kept():
    jour = copies(*(QUAND + timedelta(hours=h) for h in range(8)))
    assert rotation.a_garder(jour) == {jour[0]}


def test_files_of_other_names_are_left_alone(base_fermee):
    place = base_fermee.dossier / SAUVEGARDES
    place.mkdir()
    autres = {
        "notes.txt", "journal-20261122-101500.scls-sauvegarde.bak",
        "journal-99999999-999999.scls-sauvegarde", "journal-ma copie.scls-sauvegarde",
    }  # fmt: skip
    for nom in autres:
        (place / nom).touch()
    for i in range(20):
        (place / rotation.nom_de(datetime(2026, 1, 1) + timedelta(days=i))).touch()  # noqa: DTZ001
    retirees = rotation.tourner(base_fermee.dossier)
    assert retirees
    assert autres <= set(noms(place))
    assert len(noms(place)) == 20 - len(retirees) + len(autres)
