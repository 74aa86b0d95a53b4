"""Which loaded book a source is: nothing that exists is replaced unless somebody says so."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cases.models import Book, Case
from tests.factories import make_book, make_case
from tests.made_book import ISBN, OTHER_ISBN, TITLES, WRONG_ISBN, write_book

OTHER_TITLES = ("河道夜巡：一盏灯的值守", "园区暖锅：余热的账", "乡村快递：最后五里路")

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(tmp_path):
    """Import a book made of these cases and options; what the command says."""

    def load(*cases, command=(), **book) -> str:
        source = write_book(tmp_path / "book.txt", *cases, **book)
        out = StringIO()
        call_command("import_book", str(source), *command, stdout=out, stderr=StringIO())
        return out.getvalue()

    return load


def titles(book: Book) -> list[str]:
    return list(book.cases.order_by("number").values_list("title", flat=True))


def refused(load, *cases, **book) -> str:
    before = list(Case.objects.order_by("pk").values())
    with pytest.raises(CommandError) as refusal:
        load(*cases, **book)
    assert refusal.value.returncode == 1
    assert list(Case.objects.order_by("pk").values()) == before
    return str(refusal.value)


class TestSetBeside:
    def test_a_book_of_the_same_title_and_year_with_another_isbn(self, load):
        load(isbn=ISBN)

        said = load(*OTHER_TITLES, isbn=OTHER_ISBN)

        first, second = Book.objects.order_by("pk")
        assert (first.isbn, second.isbn) == (ISBN, OTHER_ISBN)
        assert titles(first) == list(TITLES)
        assert titles(second) == list(OTHER_TITLES)
        assert second.slug == f"{first.slug}-2"
        assert f"at '{second.slug}' beside '{first.slug}'" in said

    def test_a_second_edition_with_the_same_cases(self, load):
        load(isbn=ISBN)

        load(isbn=OTHER_ISBN, year=2023)

        assert [book.cases.count() for book in Book.objects.all()] == [4, 4]

    def test_a_book_of_the_same_title_without_isbn_by_another_editor(self, load):
        load(editors="林示例")

        said = load(*OTHER_TITLES, editors="王模")

        assert [titles(book) for book in Book.objects.order_by("pk")] == [
            list(TITLES),
            list(OTHER_TITLES),
        ]
        assert "the first editor is 王模, not 林示例" in said

    def test_a_book_that_has_title_and_editor_of_another_at_a_slug_that_a_person_gives(self, load):
        load()

        said = load(*OTHER_TITLES, command=["--slug", "volume-2"])

        assert titles(Book.objects.get(slug="volume-2")) == list(OTHER_TITLES)
        assert titles(Book.objects.exclude(slug="volume-2").get()) == list(TITLES)
        assert "beside" in said

    def test_two_books_with_the_same_wrong_isbn(self, load):
        load(isbn=WRONG_ISBN, title="数字村镇案例")

        said = load(*OTHER_TITLES, isbn=WRONG_ISBN, title="城市水务实录", editors="王模")

        assert [book.isbn for book in Book.objects.order_by("pk")] == [WRONG_ISBN, ""]
        assert f"The check digit of ISBN {WRONG_ISBN} is wrong" in said
        assert "left out, for another book has it" in said

    def test_each_is_found_again(self, load):
        load(isbn=ISBN)
        load(*OTHER_TITLES, isbn=OTHER_ISBN)
        load(editors="王模", title="城市水务实录")
        load(*OTHER_TITLES, editors="郑示范", title="城市水务实录")

        said = [
            load(isbn=ISBN),
            load(*OTHER_TITLES, isbn=OTHER_ISBN),
            load(editors="王模", title="城市水务实录"),
            load(*OTHER_TITLES, editors="郑示范", title="城市水务实录"),
        ]

        assert all(text.startswith("Nothing to change") for text in said)
        assert Book.objects.count() == 4


class TestRefused:
    def test_an_isbn_mistyped_as_that_of_another_book(self, load):
        load(isbn=ISBN)

        message = refused(load, *OTHER_TITLES, isbn=ISBN, title="城市水务实录", editors="王模")

        assert "《数字村镇案例》 (林示例; 4 cases)" in message
        assert "《城市水务实录》 (王模; 3 cases)" in message
        assert "the first editor is 王模, not 林示例" in message
        assert "of its 3 case titles 0 are among the 4 there" in message
        assert "--replace" in message

    def test_the_same_isbn_and_cases_under_another_editor(self, load):
        load(isbn=ISBN)

        assert "not 林示例" in refused(load, isbn=ISBN, editors="王模")

    def test_the_same_title_and_editor_with_other_cases(self, load):
        load()

        assert "case titles" in refused(load, *OTHER_TITLES)

    def test_an_isbn_printed_in_another_form_is_the_same(self, load):
        load(isbn=ISBN)

        for printed in (ISBN.replace("-", " "), ISBN.replace("-", ""), "7-0000-1234-X"):
            refused(load, *OTHER_TITLES, isbn=printed, title="城市水务实录", editors="王模")

    def test_the_same_isbn_under_a_slug_of_its_own(self, load):
        load(isbn=ISBN)

        refused(load, *OTHER_TITLES, isbn=ISBN, title="第二卷", command=["--slug", "volume-2"])

    def test_a_slug_that_another_book_has(self, load):
        load(isbn=ISBN)
        slug = Book.objects.get().slug

        message = refused(
            load, *OTHER_TITLES, isbn=OTHER_ISBN, editors="王模", command=["--slug", slug]
        )

        assert slug in message

    def test_a_known_book_under_a_second_slug(self, load):
        load(isbn=ISBN)

        assert "keeps that address" in refused(load, isbn=ISBN, command=["--slug", "second"])

    def test_a_book_that_an_editor_made_with_its_cases(self, load):
        book = make_book(slug="by-hand", title="数字村镇案例")
        make_case(book, title="手工录入的案例")

        refused(load)


class TestReplace:
    def test_the_book_whose_identity_is_taken(self, load):
        load(isbn=ISBN)
        slug = Book.objects.get().slug

        load(*OTHER_TITLES, isbn=ISBN, title="城市水务实录", command=["--replace"])

        book = Book.objects.get()
        assert (book.slug, book.title, titles(book)) == (slug, "城市水务实录", list(OTHER_TITLES))

    def test_any_book_that_is_named(self, load):
        load(isbn=ISBN)
        load(*OTHER_TITLES, title="城市水务实录", editors="王模")
        slug = Book.objects.get(isbn=ISBN).slug

        load(
            "校园菜谱：孩子的选择",
            title="学校食堂",
            isbn=OTHER_ISBN,
            command=["--replace", "--slug", slug],
        )

        assert titles(Book.objects.get(slug=slug)) == ["校园菜谱：孩子的选择"]
        assert Book.objects.get(slug=slug).isbn == OTHER_ISBN
        assert Book.objects.count() == 2

    def test_a_slug_that_no_book_has_is_told(self, load):
        assert "no book at 'nothing'" in refused(load, command=["--replace", "--slug", "nothing"])


class TestTheSameBook:
    @pytest.fixture
    def addresses(self, load):
        load(isbn=ISBN, text="这里讲一条老街怎样划出车位。")
        return sorted(Case.objects.values_list("pk", "slug"))

    @pytest.mark.parametrize(
        "changed",
        [
            {"text": "这里讲一条老街怎样划出车位，又怎样收钱。"},
            {"year": 2022},
            {"title": "数字村镇案列"},
            {"isbn": ""},
            {"isbn": WRONG_ISBN},
        ],
    )
    def test_keeps_its_addresses(self, load, addresses, changed):
        load(**{"isbn": ISBN, "text": "这里讲一条老街怎样划出车位。"} | changed)

        assert sorted(Case.objects.values_list("pk", "slug")) == addresses
        assert Book.objects.get().isbn == ISBN

    def test_keeps_them_with_corrected_case_titles(self, load, addresses):
        corrected = [title.replace("智慧停车", "智慧泊车") for title in TITLES]

        load(*corrected, isbn=ISBN)

        assert titles(Book.objects.get()) == corrected
        assert sorted(Case.objects.values_list("pk", "slug")) == addresses

    def test_keeps_them_though_its_title_was_corrected_in_the_source_and_it_has_no_isbn(self, load):
        load()
        before = sorted(Case.objects.values_list("pk", "slug"))

        load(title="数字村镇案列")

        assert sorted(Case.objects.values_list("pk", "slug")) == before
        assert Book.objects.get().title == "数字村镇案列"

    def test_is_found_though_an_editor_changed_its_title_and_those_of_its_cases(self, load):
        load()
        Book.objects.update(title="乡镇数字化", edited_fields=["title"])
        for case in Case.objects.all():
            Case.objects.filter(pk=case.pk).update(
                title=f"改名{case.number}", edited_fields=["title"]
            )

        load()

        assert Book.objects.get().title == "乡镇数字化"
        assert Case.objects.count() == 4

    def test_a_title_with_the_number_of_an_edition_is_another_book(self, load):
        load()

        load(title="数字村镇案例第二版")

        assert Book.objects.count() == 2

    def test_gets_the_isbn_that_it_lacked(self, load):
        load()

        load(isbn=ISBN)

        assert Book.objects.get().isbn == ISBN


class TestFixtures:
    """What ``parse_book`` writes: the slug in the file is only a proposal."""

    @pytest.fixture
    def fixture(self, tmp_path):
        def fixture(name, *cases, **book):
            source = write_book(tmp_path / "book.txt", *cases, **book)
            path = tmp_path / f"{name}.json"
            call_command("parse_book", str(source), "--output", str(path), stderr=StringIO())
            return path

        return fixture

    def run(self, *arguments) -> str:
        out = StringIO()
        call_command("load_book", *map(str, arguments), stdout=out, stderr=StringIO())
        return out.getvalue()

    def test_of_two_books_with_one_slug_stand_beside_each_other(self, fixture):
        critic = "李伟 甲大学教授"
        first = fixture("first", (TITLES[0], critic), isbn=ISBN)
        second = fixture("second", (OTHER_TITLES[0], critic), isbn=OTHER_ISBN)

        self.run(first)
        said = self.run(second)

        slugs = [book.slug for book in Book.objects.order_by("pk")]
        assert slugs[1] == f"{slugs[0]}-2"
        assert "beside" in said
        case = Case.objects.get(book__slug=slugs[1])
        assert (case.slug, case.part.slug) == (f"{slugs[1]}-01", f"{slugs[1]}-part-1")
        assert case.critiques.get().slug == f"{slugs[1]}-01-li-wei"
        assert self.run(second).startswith("Nothing to change")

    def test_of_another_book_under_a_taken_isbn_is_refused(self, fixture):
        self.run(fixture("first", isbn=ISBN))
        second = fixture("second", *OTHER_TITLES, isbn=ISBN)

        with pytest.raises(CommandError, match="--replace"):
            self.run(second)
        self.run(second, "--replace")

        assert titles(Book.objects.get()) == list(OTHER_TITLES)
