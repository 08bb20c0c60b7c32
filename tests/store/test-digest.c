/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scratch-folder.h"
#include "store/digest.h"
#include "store/file-digest.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define MOST 4096

static void
assert_digest (const guint8 *bytes, gsize length, gsize piece)
{
  g_autoptr (BvDigest) digest = bv_digest_new ();
  g_autofree char *expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);
  g_autofree char *found = NULL;

  for (gsize at = 0; at < length; at += piece)
    bv_digest_update (digest, bytes + at, MIN (piece, length - at));
  found = bv_digest_finish (digest);
  g_assert_cmpstr (found, ==, expected);
}

/* FIPS 180-4 gives these; the other tests only compare with GLib. */
static void
test_words_of_the_standard (void)
{
  static const struct
  {
    const char *text;
    const char *digest;
  } cases[] = {
    { "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
    { "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
    { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvDigest) digest = bv_digest_new ();
      g_autofree char *found = NULL;

      bv_digest_update (digest, cases[i].text, strlen (cases[i].text));
      found = bv_digest_finish (digest);
      g_assert_cmpstr (found, ==, cases[i].digest);
    }
}

static void
test_a_copy_goes_its_own_way (void)
{
  g_autoptr (BvDigest) digest = bv_digest_new ();
  g_autoptr (BvDigest) copy = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *beginning = NULL;
  g_autofree char *expected_whole = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "abcdef", -1);
  g_autofree char *expected_beginning = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "abc", -1);

  bv_digest_update (digest, "abc", 3);
  copy = bv_digest_copy (digest);
  bv_digest_update (digest, "def", 3);
  beginning = bv_digest_finish (copy);
  whole = bv_digest_finish (digest);
  g_assert_cmpstr (beginning, ==, expected_beginning);
  g_assert_cmpstr (whole, ==, expected_whole);
}

static void
test_every_length (void)
{
  guint8 bytes[MOST];

  for (guint i = 0; i < MOST; i++)
    bytes[i] = g_test_rand_int_range (0, 256);
  for (gsize length = 0; length < 300; length++)
    assert_digest (bytes, length, MOST);
  assert_digest (bytes, MOST, MOST);
}

static void
test_every_piece (void)
{
  guint8 bytes[MOST];

  for (guint i = 0; i < MOST; i++)
    bytes[i] = g_test_rand_int_range (0, 256);
  for (gsize piece = 1; piece < 200; piece++)
    assert_digest (bytes, MOST - piece, piece);
}

/* Shorter and longer than what is read at a time, and just as long. */
static void
test_file (void)
{
  static const gsize lengths[] = { 0, 1, 262143, 262144, 262145, 1000000 };
  g_autofree char *folder = g_dir_make_tmp ("digest-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "tệp.pdf", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *bytes = g_strnfill (lengths[i], 'x');
      g_autofree char *expected
        = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *) bytes, lengths[i]);
      g_autofree char *found = NULL;

      g_assert_true (g_file_set_contents (path, bytes, lengths[i], NULL));
      found = bv_file_digest_compute (path);
      g_assert_cmpstr (found, ==, expected);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_null (bv_file_digest_compute (path));
  g_assert_cmpint (errno, ==, ENOENT);
  g_assert_null (bv_file_digest_compute (folder));
  scratch_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest/the-words-of-the-standard-have-its-digests", test_words_of_the_standard);
  g_test_add_func ("/digest/a-copy-goes-its-own-way", test_a_copy_goes_its_own_way);
  g_test_add_func ("/digest/bytes-of-every-length-have-the-digest-of-GLib", test_every_length);
  g_test_add_func ("/digest/in-whatever-pieces-they-come", test_every_piece);
  g_test_add_func ("/digest/a-file-has-the-digest-of-its-bytes", test_file);
  return g_test_run ();
}
