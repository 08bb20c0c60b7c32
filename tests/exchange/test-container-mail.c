/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/container/container-error.h"
#include "exchange/container/container-mail.h"
#include "exchange/container/mime-date.h"
#include "exchange/container/mime-header.h"
#include "exchange/container/mime-words.h"

#include <string.h>

static gboolean
take_mail (gpointer data, const char *sender, const char *sent, GError **error)
{
  g_string_append_printf (data, "from %s at %s\n", sender != NULL ? sender : "-", sent != NULL ? sent : "-");
  return TRUE;
}

static gboolean
take_begin (gpointer data, const char *path, GError **error)
{
  g_string_append_printf (data, "%s: ", path);
  return TRUE;
}

static gboolean
take_bytes (gpointer data, const guint8 *bytes, gsize length, GError **error)
{
  g_string_append_len (data, (const char *) bytes, (gssize) length);
  return TRUE;
}

static gboolean
take_end (gpointer data, GError **error)
{
  g_string_append (data, ".\n");
  return TRUE;
}

static gboolean
leave_out (gpointer data, GError **error)
{
  g_string_append (data, "left out\n");
  return TRUE;
}

static const BvContainerSink sink = { take_mail, take_begin, take_bytes, take_end, leave_out };

#define MIXED "From: a\r\nContent-Type: multipart/mixed; boundary=\"x y\"\r\n\r\n"
#define PART(head, body) "--x y\r\n" head "\r\n\r\n" body "\r\n"
#define NAMED "Content-Disposition: attachment; filename=a.txt"
#define CODED(coding) NAMED "\r\nContent-Transfer-Encoding: " coding
#define END "--x y--\r\n"

static void
test_parts (void)
{
  static const struct
  {
    const char *mail;
    const char *said; /* NULL: it is refused */
    BvContainerError code;
  } cases[] = {
    { MIXED PART (CODED ("base64"), "WGluIGNow6Bv\r\n") END, "from a at -\na.txt: Xin chào.\n", 0 },
    { MIXED PART (CODED ("Quoted-Printable"), "Xin ch=C3=A0o =  \r\nb=\r\nc\r\n=3D=zz") END,
      "from a at -\na.txt: Xin chào bc\r\n==zz.\n", 0 },
    { MIXED PART (CODED ("8bit"), "a\r\nb") END, "from a at -\na.txt: a\r\nb.\n", 0 },
    { MIXED PART (NAMED, "a") "--x yz\r\n" END, "from a at -\na.txt: a\r\n--x yz.\n", 0 },
    { "From: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\n" NAMED "\n\na\n--x--\n",
      "from a at -\na.txt: a.\n", 0 },
    /* The letter is no file, nor what belongs to it. */
    { MIXED PART ("Content-Type: text/html", "a") PART (NAMED, "b")
        PART ("Content-Type: image/png\r\nContent-ID: <a>\r\nContent-Disposition: inline; filename=a.png",
              "c") PART ("Content-Type: application/pkcs7-signature; name=smime.p7s", "d") END,
      "from a at -\na.txt: b.\nleft out\nleft out\n", 0 },
    /* A mail within the mail, and a part without a name. */
    { MIXED PART ("Content-Type: message/rfc822", "From: b\r\n\r\nc")
        PART ("Content-Type: application/pdf", "d")
          PART ("Content-Type: application/pdf; name=\"../../b/c.pdf\"", "e") END,
      "from a at -\nthu-1.eml: From: b\r\n\r\nc.\ntai-lieu-2.pdf: d.\nc.pdf: e.\n", 0 },
    { "From: a\r\nDate: 15 Dec 2021 07:30 +0700\r\nContent-Type: application/pdf\r\n\r\nb",
      "from a at 2021-12-15T07:30:00+07\ntai-lieu-1.pdf: b.\n", 0 },
    { MIXED PART (CODED ("x-uuencode"), "a") END, NULL, BV_CONTAINER_ERROR_METHOD },
    { MIXED PART (NAMED, "a"), NULL, BV_CONTAINER_ERROR_DAMAGED },
    { "From: a\r\nContent-Type: multipart/mixed\r\n\r\n--x\r\n", NULL, BV_CONTAINER_ERROR_DAMAGED },
    { "From: a\r\nContent-Type: multipart/encrypted; boundary=x\r\n\r\n--x--\r\n", NULL,
      BV_CONTAINER_ERROR_PASSWORD },
    { "From: a\r\n\r\nb", NULL, BV_CONTAINER_ERROR_EMPTY },
    { "Xin chào", NULL, BV_CONTAINER_ERROR_MAIL },
    { "", NULL, BV_CONTAINER_ERROR_MAIL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) said = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      gboolean whole
        = bv_container_mail_read_bytes (cases[i].mail, strlen (cases[i].mail), &sink, said, &error);

      g_assert_true (whole == (cases[i].said != NULL));
      if (whole)
        g_assert_cmpstr (said->str, ==, cases[i].said);
      else
        g_assert_error (error, BV_CONTAINER_ERROR, (int) cases[i].code);
    }
}

/* Parts within parts without an end. */
static void
test_depth (void)
{
  g_autoptr (GString) mail = g_string_new ("From: a\r\n");
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (mail, "Content-Type: multipart/mixed; boundary=x%u\r\n\r\n--x%u\r\n", i, i);
  for (guint i = 1000; i > 0; i--)
    g_string_append_printf (mail, "\r\n--x%u--\r\n", i - 1);
  g_assert_false (bv_container_mail_read_bytes (mail->str, mail->len, &sink, said, &error));
  g_assert_error (error, BV_CONTAINER_ERROR, BV_CONTAINER_ERROR_DEEP);
}

static void
test_words (void)
{
  static const struct
  {
    const char *value;
    const char *text;
  } cases[] = {
    { "Phòng Nội vụ", "Phòng Nội vụ" },
    { "=?UTF-8?Q?Ph=C3=B2ng_N=E1=BB=99i?= =?utf-8?b?IHbhu6U=?= <a@b>", "Phòng Nội vụ <a@b>" },
    /* A letter cut in two. */
    { "=?utf-8?Q?Ph=C3?=\t=?utf-8?Q?=B2ng?=", "Phòng" },
    { "=?iso-8859-1?Q?=E9?= a", "é a" },
    { "=?utf-8*vi?Q?a?=", "a" },
    { "=?none?Q?a?=", "a" },
    { "=?utf-8?X?a?= =?utf-8?Q?a", "=?utf-8?X?a?= =?utf-8?Q?a" },
    { "=?", "=?" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = bv_mime_words_decode (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_parameters (void)
{
  static const struct
  {
    const char *value;
    const char *name;
  } cases[] = {
    { "a; filename=b.pdf", "b.pdf" },
    { "a; x=\"filename=c\"; FileName = \"b \\\"1\\\".pdf\"", "b \"1\".pdf" },
    { "a; filename*=utf-8'vi'B%C3%A1o.pdf; filename=a", "Báo.pdf" },
    { "a; filename*1=\"b.pdf\"; filename*0*=utf-8''%C3%A1", "áb.pdf" },
    { "a; filename*0=a; filename*2=c", "a" },
    { "a; filename*=plain", "plain" },
    { "a; filename", NULL },
    { "a; filenames=b", NULL },
    { "a; filename=\"b", "b" },
    { "a;;=;", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = bv_mime_value_get_parameter (cases[i].value, "filename");

      g_assert_cmpstr (name, ==, cases[i].name);
    }
  g_assert_null (bv_mime_value_get_parameter (NULL, "filename"));
}

static void
test_dates (void)
{
  static const struct
  {
    const char *value;
    const char *iso;
  } cases[] = {
    { "Wed, 15 Dec 2021 07:30:15 +0700", "2021-12-15T07:30:15+07" },
    { "1 Jan 99 00:00 GMT", "1999-01-01T00:00:00Z" },
    { "Fri, 31 Dec 2021 23:59:60 -0330 (x)", "2021-12-31T23:59:59-03:30" },
    { "Wed, 31 Feb 2021 07:30:15 +0700", NULL },
    { "Wed, 15 Xyz 2021 07:30:15 +0700", NULL },
    { "2021-12-15", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = bv_mime_date_to_iso (cases[i].value);

      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/container-mail/parts-are-files-or-of-the-letter", test_parts);
  g_test_add_func ("/container-mail/parts-within-parts-have-an-end", test_depth);
  g_test_add_func ("/container-mail/words-are-read-as-they-are-meant", test_words);
  g_test_add_func ("/container-mail/parameters-are-read-in-each-way-of-writing-them", test_parameters);
  g_test_add_func ("/container-mail/dates-keep-the-zone-of-who-sent-them", test_dates);

  return g_test_run ();
}
