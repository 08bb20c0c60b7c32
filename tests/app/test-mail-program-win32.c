/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mail/mail-program.h"
#include "app/mail/mapi-win32.h"
#include "mapi-stub-win32.h"

#include <glib/gstdio.h>
#include <string.h>
#include <windows.h>

#define CLIENT "Thư điện tử của tôi"
#define STUB "mapi-stub.dll"
#define PLANTED "mapi-planted.dll"

/* Error codes of Simple MAPI, of which 1 is that the user did not want to. */
#define FIRST_ERROR 2
#define LAST_ERROR 27

/* The registry of this process alone. */
#define REGISTRY L"Software\\bangvang-test-mail-program"
#define CLIENTS L"Software\\Clients\\Mail"

typedef struct
{
  char *folder;
  char *before; /* the folder of the process */
  char *stub;
  char *record;
  char *gate;
  GPtrArray *mails;
  HKEY user;
  HKEY machine;
} Fixture;

static void
add_mail (Fixture *fixture, const char *subject)
{
  BvMail *mail
    = bv_mail_new ("Ban Thi đua <btdkt@example.vn>", "vt@example.vn", subject, "Kính gửi\nTrân trọng\n");
  g_autofree char *path = g_build_filename (fixture->folder, "Đề nghị khen thưởng.xlsx", NULL);

  g_assert_true (g_file_set_contents (path, "the workbook", -1, NULL));
  bv_mail_add_file (mail, path, NULL);
  g_ptr_array_add (fixture->mails, mail);
}

static HKEY
make_key (HKEY parent, const wchar_t *path)
{
  HKEY key;

  g_assert_cmpint (
    RegCreateKeyExW (parent, path, 0, NULL, REG_OPTION_VOLATILE, KEY_ALL_ACCESS, NULL, &key, NULL), ==,
    ERROR_SUCCESS);
  return key;
}

/* Nothing of the user's own is read or written. */
static void
set_up_registry (Fixture *fixture)
{
  HKEY own = make_key (HKEY_CURRENT_USER, REGISTRY);

  fixture->user = make_key (own, L"user");
  fixture->machine = make_key (own, L"machine");
  RegCloseKey (own);
  RegOverridePredefKey (HKEY_CURRENT_USER, fixture->user);
  RegOverridePredefKey (HKEY_LOCAL_MACHINE, fixture->machine);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *programs = g_win32_get_package_installation_directory_of_module (NULL);

  fixture->folder = g_dir_make_tmp ("Thư-XXXXXX", NULL);
  fixture->before = g_get_current_dir ();
  fixture->stub = g_build_filename (programs, STUB, NULL);
  fixture->record = g_build_filename (fixture->folder, "record", NULL);
  fixture->gate = g_build_filename (fixture->folder, "gate", NULL);
  fixture->mails = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_mail_free);
  g_setenv (MAPI_STUB_RECORD, fixture->record, TRUE);
  g_setenv (MAPI_STUB_RESULTS, "", TRUE);
  g_unsetenv (MAPI_STUB_GATE);
  set_up_registry (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_assert_cmpint (g_chdir (fixture->before), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (fixture->folder);
  RegOverridePredefKey (HKEY_CURRENT_USER, NULL);
  RegOverridePredefKey (HKEY_LOCAL_MACHINE, NULL);
  RegCloseKey (fixture->user);
  RegCloseKey (fixture->machine);
  RegDeleteTreeW (HKEY_CURRENT_USER, REGISTRY);
  g_ptr_array_unref (fixture->mails);
  g_free (fixture->folder);
  g_free (fixture->before);
  g_free (fixture->stub);
  g_free (fixture->record);
  g_free (fixture->gate);
}

static void
set_value (HKEY root, const wchar_t *path, const wchar_t *name, const char *value)
{
  g_autofree wchar_t *wide = (wchar_t *) g_utf8_to_utf16 (value, -1, NULL, NULL, NULL);
  HKEY key = make_key (root, path);

  g_assert_cmpint (
    RegSetValueExW (key, name, 0, REG_SZ, (BYTE *) wide, (DWORD) (wcslen (wide) + 1) * sizeof (wchar_t)), ==,
    ERROR_SUCCESS);
  RegCloseKey (key);
}

static void
add_client (HKEY root, const char *client, const wchar_t *name, const char *library)
{
  g_autofree char *path = g_strconcat ("Software\\Clients\\Mail\\", client, NULL);
  g_autofree wchar_t *wide = (wchar_t *) g_utf8_to_utf16 (path, -1, NULL, NULL, NULL);

  set_value (root, wide, name, library);
}

static void
assert_record (Fixture *fixture, const char *expected)
{
  g_autofree char *record = NULL;

  g_file_get_contents (fixture->record, &record, NULL, NULL);
  g_assert_cmpstr (record, ==, expected);
}

static void
assert_handover (const BvMailHandover *handover, guint n_taken, guint n_unsent)
{
  g_assert_cmpuint (handover->n_taken, ==, n_taken);
  g_assert_cmpuint (handover->n_unsent, ==, n_unsent);
  g_assert_false (handover->is_open);
}

#define MAIL(subject)                                                                      \
  "flags 40009\n"                                                                          \
  "1: Ban Thi đua <SMTP:btdkt@example.vn>\n"                                              \
  "2: vt@example.vn <SMTP:vt@example.vn>\n" subject "\nKính gửi\r\nTrân trọng\r\n\n" \
  "Đề nghị khen thưởng.xlsx at -1: the workbook\n"

/* Simple MAPI */

static void
test_given (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvMailHandover) handover = NULL;

  add_mail (fixture, "DỰ THẢO – Đề nghị (1/2)");
  add_mail (fixture, "DỰ THẢO – Đề nghị (2/2)");
  handover = bv_mapi_hand_over (fixture->stub, CLIENT, fixture->mails, NULL);
  assert_handover (handover, 2, 0);
  g_assert_cmpstr (handover->program, ==, CLIENT);
  assert_record (fixture, MAIL ("DỰ THẢO – Đề nghị (1/2)") MAIL ("DỰ THẢO – Đề nghị (2/2)"));
}

static void
test_unsent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvMailHandover) handover = NULL;

  add_mail (fixture, "Một");
  add_mail (fixture, "Hai");
  g_setenv (MAPI_STUB_RESULTS, "1 0", TRUE);
  handover = bv_mapi_hand_over (fixture->stub, CLIENT, fixture->mails, NULL);
  assert_handover (handover, 2, 1);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  add_mail (fixture, "Một");
  for (guint result = FIRST_ERROR; result <= LAST_ERROR; result++)
    {
      g_autofree char *results = g_strdup_printf ("%u", result);
      g_autoptr (BvMailHandover) handover = NULL;

      g_setenv (MAPI_STUB_RESULTS, results, TRUE);
      handover = bv_mapi_hand_over (fixture->stub, CLIENT, fixture->mails, NULL);
      assert_handover (handover, 0, 0);
    }
}

static void
test_second_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvMailHandover) handover = NULL;

  add_mail (fixture, "Một");
  add_mail (fixture, "Hai");
  add_mail (fixture, "Ba");
  g_setenv (MAPI_STUB_RESULTS, "0 2 0", TRUE);
  handover = bv_mapi_hand_over (fixture->stub, CLIENT, fixture->mails, NULL);
  assert_handover (handover, 1, 0);
  assert_record (fixture, MAIL ("Một") MAIL ("Hai"));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BvMailHandover) handover = NULL;

  add_mail (fixture, "Một");
  g_cancellable_cancel (cancellable);
  handover = bv_mapi_hand_over (fixture->stub, CLIENT, fixture->mails, cancellable);
  assert_handover (handover, 0, 0);
  assert_record (fixture, NULL);
}

/* One that lies in the folder of the process is not that of Windows. */
static void
test_libraries (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "absent.dll", "kernel32.dll", PLANTED };
  g_autofree char *planted = g_build_filename (fixture->folder, PLANTED, NULL);
  g_autofree char *library = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->stub, &library, &length, NULL));
  g_assert_true (g_file_set_contents (planted, library, length, NULL));
  g_assert_cmpint (g_chdir (fixture->folder), ==, 0);
  add_mail (fixture, "Một");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (BvMailHandover) handover = bv_mapi_hand_over (names[i], CLIENT, fixture->mails, NULL);

      g_test_message ("%s", names[i]);
      assert_handover (handover, 0, 0);
    }
  assert_record (fixture, NULL);
}

/* The stub goes elsewhere. */
static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvMailHandover) handover = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpint (g_chdir (fixture->folder), ==, 0);
  before = g_get_current_dir ();
  add_mail (fixture, "Một");
  handover = bv_mapi_hand_over (fixture->stub, CLIENT, fixture->mails, NULL);
  after = g_get_current_dir ();
  assert_handover (handover, 1, 0);
  g_assert_cmpstr (after, ==, before);
}

/* The user's mail program */

static void
assert_client (const char *expected)
{
  g_autofree char *client = bv_mapi_find_client ();

  g_assert_cmpstr (client, ==, expected);
}

static void
test_client (Fixture *fixture, gconstpointer data)
{
  assert_client (NULL);
  set_value (fixture->machine, CLIENTS, L"", "Web");
  assert_client (NULL);
  add_client (fixture->machine, "Outlook", L"DLLPathEx", "outlook.dll");
  add_client (fixture->user, CLIENT, L"DLLPath", "");
  assert_client (NULL);
  set_value (fixture->machine, CLIENTS, L"", "Outlook");
  assert_client ("Outlook");
  set_value (fixture->user, CLIENTS, L"", CLIENT);
  assert_client (NULL);
  add_client (fixture->user, CLIENT, L"DLLPath", "mine.dll");
  assert_client (CLIENT);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BvMailHandover **handover = data;

  *handover = bv_mail_program_open_finish (result);
}

static gboolean
open_gate_cb (gpointer data)
{
  Fixture *fixture = data;

  if (!g_file_test (fixture->record, G_FILE_TEST_EXISTS))
    return G_SOURCE_CONTINUE;
  g_assert_true (g_file_set_contents (fixture->gate, "", -1, NULL));
  return G_SOURCE_REMOVE;
}

/* The gate is opened by the main loop, which therefore turns while the mail program has its window open.
 * Windows' own library finds the stub as the user's mail program. */
static void
test_window (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvMailHandover) handover = NULL;

  set_value (fixture->machine, CLIENTS, L"", CLIENT);
  add_client (fixture->machine, CLIENT, L"DLLPath", fixture->stub);
  g_setenv (MAPI_STUB_GATE, fixture->gate, TRUE);
  add_mail (fixture, "DỰ THẢO – Đề nghị");
  bv_mail_program_open_async (fixture->mails, NULL, NULL, opened_cb, &handover);
  g_timeout_add (10, open_gate_cb, fixture);
  while (handover == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_handover (handover, 1, 0);
  assert_record (fixture, MAIL ("DỰ THẢO – Đề nghị"));
}

static void
test_no_client (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvMailHandover) handover = NULL;

  add_mail (fixture, "Một");
  bv_mail_program_open_async (fixture->mails, NULL, NULL, opened_cb, &handover);
  while (handover == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_handover (handover, 0, 0);
  g_assert_null (handover->program);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/mapi/mails-are-given-one-after-another-with-their-files", test_given);
  ADD ("/mapi/what-the-user-closes-unsent-is-no-failure", test_unsent);
  ADD ("/mapi/every-error-refuses-the-mail", test_refused);
  ADD ("/mapi/behind-one-that-is-refused-none-is-tried", test_second_refused);
  ADD ("/mapi/what-is-cancelled-is-not-given", test_cancelled);
  ADD ("/mapi/only-a-library-of-windows-is-loaded", test_libraries);
  ADD ("/mapi/the-folder-of-the-process-stays", test_folder);
  ADD ("/mapi/the-user-s-mail-program-goes-before-that-of-the-machine", test_client);
  ADD ("/mail-program/the-window-lives-while-the-mail-is-written", test_window);
  ADD ("/mail-program/without-one-that-takes-mails-it-is-said", test_no_client);
  return g_test_run ();
}
