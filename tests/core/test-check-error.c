/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/check-error.h"
#include "core/nominee.h"

static void
assert_error (const GError *error, const char *path, const char *message)
{
  g_assert_error (error, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT);
  g_assert_cmpstr (bv_check_error_get_path (error), ==, path);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_path (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;

  g_assert_false (bv_check_fail (&error, "code", "“%s” occurs twice", "1: a"));
  assert_error (error, "code", "code: “1: a” occurs twice");
  g_assert_false (bv_check_fail_within (&error, "criteria[%u]", 2));
  g_assert_false (bv_check_fail_within (&error, "groups[%u]", 0));
  assert_error (error, "groups[0].criteria[2].code", "groups[0].criteria[2].code: “1: a” occurs twice");
  copy = g_error_copy (error);
  g_clear_error (&error);
  assert_error (copy, "groups[0].criteria[2].code", "groups[0].criteria[2].code: “1: a” occurs twice");
}

static void
test_record (void)
{
  g_autoptr (GError) error = NULL;

  bv_check_fail (&error, "", "item %d is ticked twice", 3);
  assert_error (error, "", "item 3 is ticked twice");
  bv_check_fail_within (&error, "items[%u]", 1);
  assert_error (error, "items[1]", "items[1]: item 3 is ticked twice");
}

/* Only a whole step that stands first is left. */
static void
test_leave (void)
{
  g_autoptr (GError) error = NULL;

  bv_check_fail (&error, "nominees[0].group", "there is no group “%s”", "x");
  bv_check_error_leave (error, "nominees");
  bv_check_error_leave (error, "group");
  bv_check_error_leave (error, "");
  assert_error (error, "nominees[0].group", "nominees[0].group: there is no group “x”");
  bv_check_error_leave (error, "nominees[0]");
  assert_error (error, "group", "group: there is no group “x”");
  bv_check_error_leave (error, "group");
  assert_error (error, "", "there is no group “x”");
}

static void
test_other_error (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_FAILED, "group: no");

  g_assert_cmpstr (bv_check_error_get_path (error), ==, "");
  bv_check_error_leave (error, "group");
  g_assert_cmpstr (error->message, ==, "group: no");
  g_assert_false (bv_check_fail (NULL, "group", "no"));
  g_assert_false (bv_check_fail_within (NULL, "nominees[%u]", 0));
}

/* What the screen calls it; what is unknown there stays as it is. */
static void
test_title (void)
{
  static const struct
  {
    const char *path;
    const char *message;
  } cases[] = {
    { "summary", "Achievements: no" },
    { "person.name", "Person, Full name: no" },
    { "holds[1].to", "Holds 2, To: no" },
    { "holds[0]", "Holds 1: no" },
    { "holds[0].what", "holds[0].what: no" },
    { "summary.name", "summary.name: no" },
    { "", "no" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      bv_check_fail (&error, cases[i].path, "no");
      bv_check_error_title (error, &bv_nominee_entity);
      assert_error (error, cases[i].path, cases[i].message);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check-error/an-error-carries-its-path", test_path);
  g_test_add_func ("/check-error/a-record-itself-has-no-path", test_record);
  g_test_add_func ("/check-error/who-stands-there-needs-no-step-of-it", test_leave);
  g_test_add_func ("/check-error/what-is-wrong-has-its-title-on-screen", test_title);
  g_test_add_func ("/check-error/another-error-has-no-path", test_other_error);
  return g_test_run ();
}
