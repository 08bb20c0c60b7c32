/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/intake/match/person-match.h"

#include <glib.h>

static const struct
{
  const char *key;
  const char *name; /* NULL: a collective */
  const char *unit;
  gint64 born;
  gboolean withdrawn;
} persons[] = {
  { "lua-y", "Trần Thị Lụa", "SYT", 19800512, FALSE }, { "lua-n", "Trần Thị Lụa", "SNV", 19850000, FALSE },
  { "tam-1", "Lê Văn Tám", "SYT", 19700101, FALSE },   { "tam-2", "Lê Văn Tám", "SYT", 19750101, FALSE },
  { "hoa", "Nguyễn Thị Hoà", "SNV", BV_NONE, FALSE },  { "ong", "Ông Văn Bé", "SNV", BV_NONE, FALSE },
  { "thanh", "Võ Văn Thạnh", "STC", 19900101, FALSE }, { "cu", "Phan Văn Cũ", "STC", BV_NONE, TRUE },
  { "so-y-te", NULL, "SYT", BV_NONE, FALSE },
};

static void
add_person (BvCampaign *campaign, guint i)
{
  g_autofree char *line = g_strdup_printf ("%s unit=%s", persons[i].key, persons[i].unit);
  BvNominee *nominee = fixture_add_nominee (campaign, line);

  nominee->withdrawn = persons[i].withdrawn;
  if (persons[i].name == NULL)
    return;
  nominee->person = bv_record_new (&bv_person_entity);
  fixture_set_text (&nominee->person->name, persons[i].name);
  nominee->person->born = persons[i].born;
}

static const struct
{
  const char *name;
  gint64 born;
  const char *unit;
  const char *found; /* `=key`, `?key key` by likeness, `new` */
  BvPersonReason reason;
} rows[] = {
  { "Trần Thị Lụa", 19800512, "SYT", "=lua-y", 0 },
  { "TRẦN THỊ LỤA", 19800512, "SYT", "=lua-y", 0 },
  { " Trần  Thị Lụa ", BV_NONE, "SYT", "=lua-y", 0 },
  { "Trần Thị Lụa", 19800000, "SYT", "=lua-y", 0 },
  { "Trần Thị Lụa", 19800512, NULL, "=lua-y", 0 },
  { "Bà Trần Thị Lụa", 19800512, "SYT", "=lua-y", 0 },
  { "Đ/c Trần Thị Lụa", BV_NONE, "SNV", "=lua-n", 0 },
  { "Trần Thị Lụa", 19851231, "SNV", "=lua-n", 0 },
  { "Nguyễn Thị Hòa", BV_NONE, "SNV", "=hoa", 0 },
  { "Ông Văn Bé", BV_NONE, "SNV", "=ong", 0 },
  { "Trần Thị Lụa", 19800000, NULL, "?lua-y", BV_PERSON_NAME_ALONE },
  { "Trần Thị Lụa", BV_NONE, NULL, "?lua-n lua-y", BV_PERSON_NAME_ALONE },
  { "Trần Thị Lụa", 19800512, "STC", "?lua-y", BV_PERSON_OTHER_UNIT },
  { "Trần Thị Lụa", 19810512, "SYT", "?lua-y", BV_PERSON_OTHER_BIRTH },
  { "Trần Thị Lụa", 19900512, "STC", "new", 0 },
  { "Lê Văn Tám", 19700101, "SYT", "=tam-1", 0 },
  { "Lê Văn Tám", 19750000, "SYT", "=tam-2", 0 },
  { "Lê Văn Tám", BV_NONE, "SYT", "?tam-1 tam-2", BV_PERSON_NAMESAKE },
  { "Le Van Tam", 19700101, "SYT", "?tam-1", BV_PERSON_NO_MARKS },
  { "Nguyễn Thị Hoa", BV_NONE, "SNV", "?hoa", BV_PERSON_NO_MARKS },
  { "Võ Văn Thanh", 19900101, "STC", "?thanh", BV_PERSON_NO_MARKS },
  { "Võ Văn Thạn", 19900101, "STC", "?thanh", BV_PERSON_ONE_LETTER },
  { "Võ Văn Thạn", 19900101, "SYT", "new", 0 },
  { "Phan Văn Cũ", BV_NONE, "STC", "?cu", BV_PERSON_WITHDRAWN },
  { "Ai Đó Khác", BV_NONE, "SYT", "new", 0 },
  { "", BV_NONE, "SYT", "new", 0 },
};

static char *
describe (const BvPersonMatch *match)
{
  GString *text = g_string_new ("?");

  if (match->state == BV_PERSON_MATCH_NEW)
    return (g_string_free (text, TRUE), g_strdup ("new"));
  if (match->state == BV_PERSON_MATCH_SAME)
    return (g_string_free (text, TRUE), g_strdup_printf ("=%s", match->nominee->key));
  for (guint i = 0; i < match->candidates->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            g_array_index (match->candidates, BvPersonCandidate, i).nominee->key);
  return g_string_free (text, FALSE);
}

static void
test_a_name_needs_a_unit_or_a_birth (void)
{
  g_autoptr (BvCampaign) campaign = fixture_campaign_new ("");
  g_autoptr (BvPersonMatcher) matcher = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (persons); i++)
    add_person (campaign, i);
  matcher = bv_person_matcher_new (campaign->nominees);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BvPersonRow row = { rows[i].name, rows[i].born, rows[i].unit };
      g_autoptr (BvPersonMatch) match = bv_person_match_find (matcher, &row);
      g_autofree char *found = describe (match);

      g_test_message ("%s, %" G_GINT64_FORMAT ", %s", row.name, row.born, row.unit);
      g_assert_cmpstr (found, ==, rows[i].found);
      if (match->state != BV_PERSON_MATCH_ASKED)
        continue;
      g_assert_cmpint (g_array_index (match->candidates, BvPersonCandidate, 0).reason, ==, rows[i].reason);
      g_assert_cmpstr (bv_person_match_reason_title (rows[i].reason), !=, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person-match/a-name-needs-a-unit-or-a-birth", test_a_name_needs_a_unit_or_a_birth);
  return g_test_run ();
}
