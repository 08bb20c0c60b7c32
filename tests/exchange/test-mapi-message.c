/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mail/mapi-message.h"

static void
assert_text (const gunichar2 *found, const char *expected)
{
  g_autofree char *text = g_utf16_to_utf8 (found, -1, NULL, NULL, NULL);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_recipient (const BvMapiRecipient *recipient, guint32 kind, const char *name, const char *address)
{
  g_assert_cmpuint (recipient->kind, ==, kind);
  assert_text (recipient->name, name);
  assert_text (recipient->address, address);
  g_assert_null (recipient->entry);
}

static BvMapiMessage *
convert (const BvMail *mail)
{
  g_autoptr (GError) error = NULL;
  BvMapiMessage *message = bv_mapi_message_new (mail, &error);

  g_assert_no_error (error);
  return message;
}

static void
test_recipients (void)
{
  g_autoptr (BvMail) mail
    = bv_mail_new ("Ban Thi đua <btdkt@example.vn>; vt@example.vn", "\"Nguyễn, Ánh\" <anh@bộ.vn>", "", "");
  g_autoptr (BvMapiMessage) message = convert (mail);

  g_assert_cmpuint (message->n_recipients, ==, 3);
  assert_recipient (&message->recipients[0], BV_MAPI_TO, "Ban Thi đua", "SMTP:btdkt@example.vn");
  assert_recipient (&message->recipients[1], BV_MAPI_TO, "vt@example.vn", "SMTP:vt@example.vn");
  assert_recipient (&message->recipients[2], BV_MAPI_CC, "Nguyễn, Ánh", "SMTP:anh@xn--b-8xm.vn");
}

static void
test_text (void)
{
  g_autoptr (BvMail) mail
    = bv_mail_new ("", "", "DỰ THẢO –\nĐề nghị", "Kính gửi:\n\n🏅 Trân trọng.\n");
  g_autoptr (BvMapiMessage) message = convert (mail);

  assert_text (message->subject, "DỰ THẢO – Đề nghị");
  assert_text (message->text, "Kính gửi:\r\n\r\n🏅 Trân trọng.\r\n");
  g_assert_cmpuint (message->n_recipients, ==, 0);
  g_assert_cmpuint (message->n_files, ==, 0);
}

/* A path that is not whole is taken for one in the folder of whatever program opens it. */
static void
test_files (void)
{
  g_autoptr (BvMail) mail = bv_mail_new ("", "", "", "");
  g_autoptr (BvMapiMessage) message = NULL;
  g_autofree char *whole = g_canonicalize_filename ("Thư mục/Đề nghị.xlsx", NULL);

  bv_mail_add_file (mail, "Thư mục/Đề nghị.xlsx", NULL);
  bv_mail_add_file (mail, whole, "Bảng 1.xlsx");
  message = convert (mail);
  g_assert_cmpuint (message->n_files, ==, 2);
  for (guint i = 0; i < message->n_files; i++)
    {
      assert_text (message->files[i].path, whole);
      g_assert_cmpuint (message->files[i].position, ==, BV_MAPI_NO_POSITION);
      g_assert_null (message->files[i].type);
    }
  assert_text (message->files[0].name, "Đề nghị.xlsx");
  assert_text (message->files[1].name, "Bảng 1.xlsx");
}

static void
test_refused (void)
{
  static const char *const cases[][2] = { { "a@b.vn, nobody", "" }, { "a@b.vn", "nobody" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvMail) mail = bv_mail_new (cases[i][0], cases[i][1], "", "");
      g_autoptr (GError) error = NULL;

      g_assert_null (bv_mapi_message_new (mail, &error));
      g_assert_error (error, BV_MAIL_ERROR, BV_MAIL_ERROR_ADDRESS);
    }
}

/* As programs at Windows were compiled to read them. */
static void
test_layout (void)
{
  const gsize word = sizeof (gpointer);

  g_assert_cmpuint (sizeof (BvMapiRecipient), ==, word == 8 ? 40 : 24);
  g_assert_cmpuint (G_STRUCT_OFFSET (BvMapiRecipient, name), ==, 8);
  g_assert_cmpuint (G_STRUCT_OFFSET (BvMapiFile, path), ==, word == 8 ? 16 : 12);
  g_assert_cmpuint (G_STRUCT_OFFSET (BvMapiMessage, subject), ==, word);
  g_assert_cmpuint (G_STRUCT_OFFSET (BvMapiMessage, recipients), ==, 9 * word);
  g_assert_cmpuint (G_STRUCT_OFFSET (BvMapiMessage, files), ==, 11 * word);
  g_assert_cmpuint (sizeof (BvMapiMessage), ==, 12 * word);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mapi-message/recipients-have-name-and-kind-of-address", test_recipients);
  g_test_add_func ("/mapi-message/text-is-whole-and-its-lines-end-as-at-windows", test_text);
  g_test_add_func ("/mapi-message/files-have-a-whole-path-and-their-own-name", test_files);
  g_test_add_func ("/mapi-message/an-address-that-is-none-is-said", test_refused);
  g_test_add_func ("/mapi-message/structures-have-the-layout-of-windows", test_layout);
  return g_test_run ();
}
