/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup/backup-manifest.h"

#include <string.h>

static BvBackupManifest *
make_manifest (void)
{
  BvBackupManifest *manifest = bv_backup_manifest_new ();
  BvBackupCampaign *campaign = bv_backup_facts_add (manifest->facts, "papi-2021", "PAPI \"check\": \"2021\"");
  const char *damaged[] = { "KH-45.pdf is damaged", NULL };

  campaign->nominees = 255;
  campaign->verified = 1163;
  campaign->evidence = 412;
  manifest->number = 7;
  manifest->made = 1796062470;
  manifest->program = g_strdup ("1.0");
  manifest->library = g_canonicalize_filename ("/thư viện", NULL);
  manifest->computer = g_strdup (g_get_host_name ());
  manifest->by_hand = TRUE;
  manifest->facts->schema = 6;
  manifest->facts->actions = 1209;
  manifest->facts->last_action = 1210;
  manifest->facts->chain_head = g_strdup ("abc");
  manifest->rows = 3172;
  manifest->rows_sha256 = g_strdup ("r");
  manifest->dump_sha256 = g_strdup ("d");
  manifest->file_sha256 = g_strdup ("f");
  manifest->bytes = 1130496;
  manifest->files = 412;
  manifest->files_checked = 60;
  manifest->files_absent = 1;
  g_strfreev (manifest->damaged);
  manifest->damaged = g_strdupv ((char **) damaged);
  return manifest;
}

static void
test_same (void)
{
  g_autoptr (BvBackupManifest) manifest = make_manifest ();
  g_autoptr (BvBackupManifest) found = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, length_again;
  g_autofree char *text = bv_backup_manifest_write (manifest, &length);
  g_autofree char *again = NULL;

  found = bv_backup_manifest_read (text, length, &error);
  g_assert_no_error (error);
  again = bv_backup_manifest_write (found, &length_again);
  g_assert_cmpmem (text, length, again, length_again);
  g_assert_cmpint (found->facts->actions, ==, 1209);
  g_assert_cmpint (bv_backup_facts_find (found->facts, "papi-2021")->verified, ==, 1163);
  g_assert_null (bv_backup_facts_find (found->facts, "papi-2022"));
  g_assert_cmpstr (found->damaged[0], ==, "KH-45.pdf is damaged");
  g_assert_true (bv_backup_manifest_is_of (found, "/thư viện"));
  g_assert_false (bv_backup_manifest_is_of (found, "/thư viện khác"));
}

static void
test_flips (void)
{
  g_autoptr (BvBackupManifest) manifest = make_manifest ();
  gsize length;
  g_autofree char *text = bv_backup_manifest_write (manifest, &length);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GError) error = NULL;

      text[i] ^= 1 << i % 8;
      g_assert_null (bv_backup_manifest_read (text, length, &error));
      g_assert_error (error, BV_BACKUP_MANIFEST_ERROR, BV_BACKUP_MANIFEST_ERROR_FORMAT);
      text[i] ^= 1 << i % 8;
    }
}

static void
test_cuts (void)
{
  g_autoptr (BvBackupManifest) manifest = make_manifest ();
  gsize length;
  g_autofree char *text = bv_backup_manifest_write (manifest, &length);

  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *part = g_memdup2 (text, i + 1);

      g_assert_null (bv_backup_manifest_read (part, i, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup-manifest/what-is-written-is-read", test_same);
  g_test_add_func ("/backup-manifest/one-bit-that-flips-is-found", test_flips);
  g_test_add_func ("/backup-manifest/what-is-cut-off-is-found", test_cuts);
  return g_test_run ();
}
