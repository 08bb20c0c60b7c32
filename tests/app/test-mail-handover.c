/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mail/mail-handover.h"

#define SIZE 1234567
#define PLACE "Thư điện tử.eml"

typedef struct
{
  BvMailHandover handover;
  guint n_mails;
  const char *expected;
} Case;

static const Case cases[] = {
  { { NULL, 0, 0, FALSE },
    1,
    "1 e-mail saved, not sent: open it yourself in your mail program: Thư điện tử.eml" },
  { { (char *) "Outlook", 0, 0, FALSE },
    2,
    "2 e-mails saved, not sent: open them yourself in your mail program: Thư điện tử.eml" },
  { { (char *) "Outlook", 1, 1, FALSE },
    3,
    "1 of 3 e-mails opened in Outlook; open the others yourself in your mail program: Thư điện tử.eml" },
  { { (char *) "Thunderbird", 1, 0, TRUE }, 1, "1 e-mail of 1,2 MB opened in Thunderbird, not sent yet" },
  { { (char *) "Outlook", 2, 0, FALSE },
    2,
    "2 e-mails of 1,2 MB given to Outlook: see there whether they were sent" },
  { { (char *) "Outlook", 2, 1, FALSE },
    2,
    "2 e-mails of 1,2 MB given to Outlook: see there whether they were sent" },
  { { (char *) "Outlook", 1, 1, FALSE },
    1,
    "1 e-mail closed in Outlook without being sent; saved: Thư điện tử.eml" },
};

static void
test_told (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = bv_mail_handover_tell (&cases[i].handover, cases[i].n_mails, SIZE, PLACE);

      g_assert_cmpstr (told, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mail-handover/it-is-told-what-became-of-the-mails-and-what-is-left-to-do", test_told);
  return g_test_run ();
}
