/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/evidence.h"
#include "exchange/dossier/dossier-manifest.h"
#include "exchange/dossier/dossier.h"
#include "exchange/dossier/zip-writer.h"
#include "exchange/handover-fixture.h"
#include "scratch-folder.h"
#include "store/edit.h"

#include <glib/gstdio.h>
#include <string.h>

#define PASSPHRASE "mua nuoc noi"

/* How the work is followed, and where it is given up. */
typedef struct
{
  GCancellable *cancellable;
  double cancel_at; /* a fraction */
  double last;      /* that was told */
} Following;

static void
set_up (HandoverFixture *fixture, gconstpointer data)
{
  handover_fixture_set_up (fixture, "Hồ sơ.zip");
}

static void
tear_down (HandoverFixture *fixture, gconstpointer data)
{
  handover_fixture_tear_down (fixture);
}

static void
follow_cb (double fraction, gpointer data)
{
  Following *following = data;

  g_assert_cmpfloat (fraction, >=, following->last);
  g_assert_cmpfloat (fraction, <=, 1);
  following->last = fraction;
  if (fraction >= following->cancel_at)
    g_cancellable_cancel (following->cancellable);
}

/* A document that proves nothing yet. */
static void
add_document (HandoverFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Báo cáo.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BvVaultItem) item = NULL;
  BvEvidence *evidence = bv_record_new (&bv_evidence_entity);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "%PDF-1.4 a document", -1, &error);
  g_assert_no_error (error);
  item = bv_vault_add (fixture->library_folder, file, NULL, &error);
  g_assert_no_error (error);
  g_free (evidence->key);
  evidence->key = g_strdup ("e1");
  g_free (evidence->file);
  evidence->file = g_steal_pointer (&item->file);
  evidence->sha256 = g_steal_pointer (&item->sha256);
  evidence->bytes = item->bytes;
  bv_edit_add (fixture->library, fixture->campaign, fixture->campaign, evidence, &error);
  g_assert_no_error (error);
  bv_record_free (evidence);
}

static BvDossier *
write_dossier (HandoverFixture *fixture, BvDossierRequest *request, Following *following, GError **error)
{
  const BvProgress progress = BV_PROGRESS_INIT (follow_cb, following, following->cancellable);

  request->what.campaign = fixture->campaign;
  request->what.date = HANDOVER_DATE;
  return bv_dossier_new (fixture->library, request, fixture->path, &progress, error);
}

static void
assert_no_work_files (HandoverFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->library_folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, ".bangvang-"));
}

/* @data: a passphrase; NULL: none */
static void
test_whole (HandoverFixture *fixture, gconstpointer data)
{
  BvDossierRequest request = { .passphrase = data };
  Following following = { .cancel_at = 2 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDossier) dossier = NULL;
  g_autoptr (BvDossierCheck) check = NULL;

  add_document (fixture);
  handover_fixture_keep_old (fixture);
  dossier = write_dossier (fixture, &request, &following, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (following.last, >, 0.99);
  g_assert_cmpuint (handover_fixture_count_actions (fixture), ==, 2);
  g_assert_true (bv_dossier_publish (dossier, fixture->library, &error));
  g_assert_no_error (error);
  assert_no_work_files (fixture);
  g_assert_cmpuint (handover_fixture_count_actions (fixture), ==, 3);
  g_assert_cmpuint (scratch_folder_count (fixture->outside), ==, 1);
  check = bv_dossier_check (fixture->path, data, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (check->findings->len, ==, 0);
  g_assert_cmpuint (check->n_files, ==, dossier->n_files);
  g_assert_cmpint (check->encrypted, ==, data != NULL);
}

static void
test_cancelled (HandoverFixture *fixture, gconstpointer data)
{
  static const double fractions[] = { 0, 0.1, 0.2, 0.29, 0.4, 0.7, 0.8 };
  BvDossierRequest request = { .what.draft = TRUE };

  add_document (fixture);
  handover_fixture_keep_old (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (fractions); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Following following = { cancellable, fractions[i] };
      g_autoptr (GError) error = NULL;

      g_assert_null (write_dossier (fixture, &request, &following, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      handover_fixture_check_old (fixture);
      assert_no_work_files (fixture);
    }
}

static void
test_not_published (HandoverFixture *fixture, gconstpointer data)
{
  BvDossierRequest request = { { 0 } };
  Following following = { .cancel_at = 2 };
  BvDossier *dossier;

  handover_fixture_keep_old (fixture);
  dossier = write_dossier (fixture, &request, &following, NULL);
  g_assert_nonnull (dossier);
  bv_dossier_free (dossier);
  assert_no_work_files (fixture);
  handover_fixture_check_old (fixture);
  g_assert_cmpuint (handover_fixture_count_actions (fixture), ==, 1);
}

static void
test_passphrases (void)
{
  static const struct
  {
    const char *passphrase;
    gboolean good;
  } cases[] = {
    { "", FALSE },           { "1234567", FALSE },      { "12345678", TRUE },     { "mua nuoc noi", TRUE },
    { "~!@#$%^&*()", TRUE }, { "mùa nước nổi", FALSE }, { "tab\tinside", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (bv_dossier_check_passphrase (cases[i].passphrase, &error), ==, cases[i].good);
      g_assert_cmpint (error != NULL, ==, !cases[i].good);
    }
}

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static void
test_manifest (void)
{
  static const struct
  {
    const char *line;
    const char *path; /* NULL: no line of a manifest */
  } cases[] = {
    { HASH "  a b.pdf", "a b.pdf" },
    { HASH " *a.pdf\r", "a.pdf" },
    { HASH " a.pdf", NULL },
    { HASH "  ", NULL },
    { HASH " ", NULL },
    { HASH, NULL },
    { HASH "0  a", NULL },
    { "x" HASH "  a", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strdup (cases[i].line);
      const char *sha256;
      const char *path;

      g_assert_cmpint (bv_manifest_parse_line (line, &sha256, &path), ==, cases[i].path != NULL);
      if (cases[i].path == NULL)
        continue;
      g_assert_cmpstr (path, ==, cases[i].path);
      g_assert_cmpstr (sha256, ==, HASH);
    }
}

static void
write_archive (const char *path, const char *name, const char *content, gint64 claimed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvZipWriter) writer = bv_zip_writer_new (path, path, NULL, &error);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (content, strlen (content), NULL);
  g_autofree char *sha256 = NULL;
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);

  g_assert_no_error (error);
  sha256 = bv_zip_writer_add (writer, name, HANDOVER_DATE, claimed, stream, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sha256, ==, expected);
  bv_zip_writer_close (writer, &error);
  g_assert_no_error (error);
}

/* The test runs in the locale C, in which no such name has a form. */
static void
test_charset (HandoverFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDossierCheck) check = NULL;

  write_archive (fixture->path, "Minh chứng/Đề cử – 𠀀.pdf", "content", strlen ("content"));
  check = bv_dossier_check (fixture->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (check->findings->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (check->findings, 0), ==,
                   "MANIFEST.sha256: it is missing: this is no dossier, or a part of one");
  g_assert_cmpuint (check->n_files, ==, 1);
}

/* What grows while it is packed is cut, and told from what it was by its hash. */
static void
test_grown (HandoverFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDossierCheck) check = NULL;

  write_archive (fixture->path, "a.pdf", "content", 3);
  check = bv_dossier_check (fixture->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (check->bytes, ==, 3);
}

static void
test_stored (HandoverFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gboolean stored;
  } cases[] = {
    { "a.pdf", TRUE }, { "Ảnh.JPG", TRUE }, { "a.b.xlsx", TRUE }, { "a.doc", FALSE }, { "pdf", FALSE },
  };
  g_autofree char *content = g_strnfill (10000, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GStatBuf status;

      write_archive (fixture->path, cases[i].name, content, strlen (content));
      g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
      g_assert_cmpint (status.st_size > (goffset) strlen (content), ==, cases[i].stored);
    }
}

#define ADD(name, data, func) g_test_add ("/dossier/" name, HandoverFixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-dossier-is-written-read-again-and-recorded", NULL, test_whole);
  ADD ("an-encrypted-dossier-is-read-again-with-its-passphrase", PASSPHRASE, test_whole);
  ADD ("what-is-cancelled-anywhere-leaves-nothing", NULL, test_cancelled);
  ADD ("what-is-not-published-leaves-nothing", NULL, test_not_published);
  ADD ("names-are-utf-8-in-any-locale", NULL, test_charset);
  ADD ("a-file-that-grows-is-cut", NULL, test_grown);
  ADD ("what-is-packed-in-itself-is-stored-as-it-is", NULL, test_stored);
  g_test_add_func ("/dossier/a-passphrase-is-of-ascii-and-not-short", test_passphrases);
  g_test_add_func ("/dossier/a-manifest-is-that-of-sha256sum", test_manifest);
  return g_test_run ();
}
