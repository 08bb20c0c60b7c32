/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/error.h"
#include "store/evidence/evidence-inspection.h"

#include <string.h>

#define ZIP "PK\3\4\24\0\0\0\10\0"
#define OLE "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#define OFFICE ZIP "[Content_Types].xml"
#define OPEN_DOCUMENT \
  "PK\3\4\24\0\0\0\0\0AAAABBBBCCCCDDDD\10\0\0\0mimetypeapplication/vnd.oasis.opendocument.text"

typedef struct
{
  const char *name;
  const char *content;
  gsize length;
  const char *why; /* NULL: it may be evidence */
} Case;

#define CASE(name, content, why)             \
  {                                          \
    name, content, sizeof (content) - 1, why \
  }
#define KIND "of no kind"
#define OTHER "not what its name says"
#define MACROS "has macros"

static const Case cases[] = {
  CASE ("a.pdf", "%PDF-1.7\n", NULL),
  CASE ("a.PDF", "\xef\xbb\xbf\n%PDF-1.4\n", NULL),
  CASE ("a.pdf", "<html>", OTHER),
  CASE ("a.pdf", "\0%PDF", OTHER),
  CASE ("a.jpg", "\xff\xd8\xff\xe0", NULL),
  CASE ("a.jpeg", "\x89PNG\r\n\x1a\n", NULL),
  CASE ("a.png", "\x89PNG\r\n\x1a\n", NULL),
  CASE ("a.png", "%PDF-1.7\n", OTHER),
  CASE ("a.heic",
        "\0\0\0\x18"
        "ftypheic",
        NULL),
  CASE ("a.svg", "<svg/>", KIND),
  CASE ("a.mp3", "ID3\3", NULL),
  CASE ("a.mp3", "\xff\xfb\x90\x64", NULL),
  CASE ("a.wav", "RIFF\0\0\0\0WAVE", NULL),
  CASE ("a.mp4",
        "\0\0\0\x18"
        "ftypisom",
        NULL),
  CASE ("a.docx", OFFICE, NULL),
  CASE ("a.xlsx", OFFICE "xl/workbook.xml", NULL),
  CASE ("a.docx", ZIP "mimetype", OTHER),
  CASE ("a.docx", OLE, OTHER),
  CASE ("a.docx", OFFICE "word/vbaProject.bin", MACROS),
  CASE ("a.docx", OFFICE "WORD/VBAPROJECT.BIN", MACROS),
  CASE ("a.xlsx", OFFICE "xl/macrosheets/sheet1.xml", MACROS),
  CASE ("a.docm", OFFICE, KIND),
  CASE ("a.xlsm", OFFICE, KIND),
  CASE ("a.odt", OPEN_DOCUMENT, NULL),
  CASE ("a.odt", OPEN_DOCUMENT "Basic/script-lc.xml", MACROS),
  CASE ("a.odt", OPEN_DOCUMENT "Scripts/python/a.py", MACROS),
  CASE ("a.odt", ZIP "content.xml", OTHER),
  CASE ("a.doc", OLE, NULL),
  CASE ("a.doc", "{\\rtf1", NULL),
  CASE ("a.doc", "<html>", OTHER),
  CASE ("a.msg", OLE, NULL),
  CASE ("a.rtf", "{\\rtf1", NULL),
  CASE ("a.txt", "Kế hoạch\r\n\tsố 45", NULL),
  CASE ("a.txt", "K\xd5 ho\271ch", NULL),
  CASE ("a.csv",
        "\xff\xfe"
        "a\0;\0",
        NULL),
  CASE ("a.txt", "a\0b", OTHER),
  CASE ("a.eml", "Subject: a\n\n", NULL),
  CASE ("a.zip", ZIP "a.docm", NULL),
  CASE ("a.zip", "PK\5\6", NULL),
  CASE ("a.zip", "%PDF-1.7\n", OTHER),
  CASE ("a.rar", "Rar!\x1a\7\0", NULL),
  CASE ("a.7z", "7z\xbc\xaf\x27\x1c", NULL),
  CASE ("a.tar.gz", "\x1f\x8b\10", NULL),
  CASE ("bản quét", "%PDF-1.7\n", NULL),
  CASE ("bản quét", "text", OTHER),
  CASE ("bản quét", OLE, OTHER),
  CASE ("a.settingcontent-ms", "%PDF-1.7\n", KIND),
  CASE ("a.library-ms", "%PDF-1.7\n", KIND),
  CASE ("a.appref-ms", "%PDF-1.7\n", KIND),
  CASE ("a.iso", "%PDF-1.7\n", KIND),
  CASE ("a.html", "%PDF-1.7\n", KIND),
  CASE ("a.pdf.html", "%PDF-1.7\n", KIND),
  CASE ("a.pdf.", "%PDF-1.7\n", NULL),
  CASE ("a.", "text", OTHER),
  CASE (".bashrc", "text", KIND),
};

static void
check (const Case *one, gsize piece)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvEvidenceInspection) inspection = bv_evidence_inspection_new (one->name, &error);
  gboolean fine = inspection != NULL;

  for (gsize at = 0; fine && at < one->length; at += piece)
    bv_evidence_inspection_take (inspection, (const guint8 *) one->content + at,
                                 MIN (piece, one->length - at));
  fine = fine && bv_evidence_inspection_finish (inspection, &error);
  g_test_message ("%s: %s", one->name, error != NULL ? error->message : "fine");
  g_assert_cmpint (fine, ==, one->why == NULL);
  if (one->why == NULL)
    return;
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, one->name));
  g_assert_nonnull (strstr (error->message, one->why));
  g_assert_nonnull (strstr (error->message, ".zip"));
}

static void
test_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i], 4096);
}

/* The name of the part lies at each place around the end of a piece. */
static void
test_pieces (void)
{
  static const char name[] = "word/vbaProject.bin";

  for (gsize at = 4096 - sizeof name; at <= 4097; at++)
    {
      g_autofree char *content = g_malloc0 (3 * 4096);
      const Case one = { "a.docx", content, 3 * 4096, MACROS };

      memcpy (content, OFFICE, sizeof OFFICE - 1);
      memcpy (content + at, name, sizeof name - 1);
      check (&one, 4096);
    }
}

/* Writes an entry of the directory of a compound file. */
static void
write_entry (char *entry, const char *name, char type)
{
  for (gsize i = 0; name[i] != '\0'; i++)
    entry[2 * i] = name[i];
  entry[64] = 2 * (strlen (name) + 1);
  entry[66] = type;
}

static void
test_entries (void)
{
  static const struct
  {
    const char *name;
    char type;
    const char *why;
  } entries[] = {
    { "WordDocument", 2, NULL }, { "VBA", 1, MACROS },          { "vba", 1, MACROS },
    { "Macros", 1, MACROS },     { "_VBA_PROJECT", 2, MACROS }, { "_VBA_PROJECT_CUR", 1, MACROS },
    { "VBA", 0, NULL }, /* an entry that is free */
    { "VBA2", 1, NULL },         { "Macro", 1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    for (gsize at = 512; at < 8192; at += 2560)
      {
        g_autofree char *content = g_malloc0 (8192);
        const Case one = { i % 2 == 0 ? "a.doc" : "b.xls", content, 8192, entries[i].why };

        memcpy (content, OLE, sizeof OLE - 1);
        write_entry (content + at, entries[i].name, entries[i].type);
        check (&one, 4096);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence-inspection/what-may-be-evidence-is-told-by-name-and-content", test_kinds);
  g_test_add_func ("/evidence-inspection/a-name-across-two-pieces-is-seen", test_pieces);
  g_test_add_func ("/evidence-inspection/older-office-files-with-macros-are-refused", test_entries);
  return g_test_run ();
}
