/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/progress.h"

static void
take_cb (double fraction, gpointer data)
{
  *(double *) data = fraction;
}

static void
test_told (void)
{
  static const double parts[][4] = {
    /* from, to, done of that part, done of the whole */
    { 0, 1, 0.5, 0.5 },
    { 0.5, 1, 0, 0.5 },
    { 0.5, 1, 1, 1 },
    { 0.25, 0.75, 0.5, 0.5 },
  };
  double told = -1;
  const BvProgress whole = BV_PROGRESS_INIT (take_cb, &told, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      BvProgress part = bv_progress_narrow (&whole, parts[i][0], parts[i][1]);

      bv_progress_tell (&part, parts[i][2]);
      g_assert_cmpfloat (told, ==, parts[i][3]);
    }
}

static void
test_narrowed_twice (void)
{
  double told = -1;
  const BvProgress whole = BV_PROGRESS_INIT (take_cb, &told, NULL);
  BvProgress half = bv_progress_narrow (&whole, 0.5, 1);
  BvProgress quarter = bv_progress_narrow (&half, 0, 0.5);

  bv_progress_tell (&quarter, 1);
  g_assert_cmpfloat (told, ==, 0.75);
}

static void
test_nobody (void)
{
  BvProgress part = bv_progress_narrow (NULL, 0.5, 1);

  bv_progress_tell (NULL, 1);
  bv_progress_tell (&part, 1);
  g_assert_null (bv_progress_get_cancellable (NULL));
  g_assert_false (bv_progress_is_cancelled (NULL, NULL));
  g_assert_false (bv_progress_is_cancelled (&part, NULL));
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const BvProgress whole = BV_PROGRESS_INIT (NULL, NULL, cancellable);
  BvProgress part = bv_progress_narrow (&whole, 0, 0.5);
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_progress_is_cancelled (&part, &error));
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_true (bv_progress_is_cancelled (&part, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress/a-part-is-told-within-its-span-of-the-whole", test_told);
  g_test_add_func ("/progress/a-part-has-parts", test_narrowed_twice);
  g_test_add_func ("/progress/nobody-need-listen", test_nobody);
  g_test_add_func ("/progress/giving-up-the-whole-gives-up-its-parts", test_cancelled);
  return g_test_run ();
}
