/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup/backup-facts.h"

#include "store/proof/chain.h"
#include "store/schema.h"
#include "store/statement.h"

/* Of columns that every schema has. */
#define CAMPAIGNS                                                                                            \
  "SELECT c.key, iif (c.short <> '', c.short, c.title), (SELECT count (*) FROM nominee n WHERE n.campaign "  \
  "= c.id), (SELECT count (*) FROM nominee n JOIN assessment a ON a.nominee = n.id WHERE n.campaign = c.id " \
  "AND a.verified IS NOT NULL), (SELECT count (*) FROM evidence e WHERE e.campaign = c.id AND e.sha256 IS "  \
  "NOT NULL) FROM campaign c ORDER BY c.id"

static void
free_campaign (BvBackupCampaign *campaign)
{
  g_free (campaign->key);
  g_free (campaign->title);
  g_free (campaign);
}

/**
 * bv_backup_facts_new:
 *
 * Returns: (transfer full): the facts of nothing
 */
BvBackupFacts *
bv_backup_facts_new (void)
{
  BvBackupFacts *facts = g_new0 (BvBackupFacts, 1);

  facts->campaigns = g_ptr_array_new_with_free_func ((GDestroyNotify) free_campaign);
  return facts;
}

/**
 * bv_backup_facts_free:
 * @facts: (transfer full): facts
 */
void
bv_backup_facts_free (BvBackupFacts *facts)
{
  g_ptr_array_unref (facts->campaigns);
  g_free (facts->chain_head);
  g_free (facts);
}

/**
 * bv_backup_facts_add:
 * @facts: facts
 * @key: a campaign's key
 * @title: and its title
 *
 * Returns: (transfer none): the campaign, of which nothing is counted yet
 */
BvBackupCampaign *
bv_backup_facts_add (BvBackupFacts *facts, const char *key, const char *title)
{
  BvBackupCampaign *campaign = g_new0 (BvBackupCampaign, 1);

  campaign->key = g_strdup (key);
  campaign->title = g_strdup (title);
  g_ptr_array_add (facts->campaigns, campaign);
  return campaign;
}

/**
 * bv_backup_facts_find:
 * @facts: facts
 * @key: a campaign's key
 *
 * Returns: (transfer none) (nullable): the campaign; %NULL: there is none of that key
 */
const BvBackupCampaign *
bv_backup_facts_find (const BvBackupFacts *facts, const char *key)
{
  for (guint i = 0; i < facts->campaigns->len; i++)
    {
      const BvBackupCampaign *campaign = g_ptr_array_index (facts->campaigns, i);

      if (g_str_equal (campaign->key, key))
        return campaign;
    }
  return NULL;
}

static char *
read_text (sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  return g_utf8_make_valid (text != NULL ? text : "", -1);
}

static void
read_campaign (sqlite3_stmt *row, gpointer facts)
{
  g_autofree char *key = read_text (row, 0);
  g_autofree char *title = read_text (row, 1);
  BvBackupCampaign *campaign = bv_backup_facts_add (facts, key, title);

  campaign->nominees = sqlite3_column_int64 (row, 2);
  campaign->verified = sqlite3_column_int64 (row, 3);
  campaign->evidence = sqlite3_column_int64 (row, 4);
}

static void
read_journal (sqlite3_stmt *row, gpointer data)
{
  BvBackupFacts *facts = data;

  facts->actions = sqlite3_column_int64 (row, 0);
  facts->last_action = sqlite3_column_int64 (row, 1);
  facts->last_time = sqlite3_column_int64 (row, 2);
  facts->schema = sqlite3_column_int64 (row, 3);
}

static gboolean
read_head (BvLibrary *library, BvBackupFacts *facts, GError **error)
{
  if (!bv_schema_is_current (library))
    return TRUE;
  facts->chain_head = bv_chain_read_head (library, error);
  return facts->chain_head != NULL;
}

/**
 * bv_backup_facts_read:
 * @library: a library or a copy
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the facts; %NULL with @error set on failure
 */
BvBackupFacts *
bv_backup_facts_read (BvLibrary *library, GError **error)
{
  g_autoptr (BvBackupFacts) facts = bv_backup_facts_new ();

  if (bv_statement_each (library,
                         "SELECT count (*), ifnull (max (id), 0), ifnull ((SELECT time FROM journal ORDER BY "
                         "id DESC LIMIT 1), 0), (SELECT user_version FROM pragma_user_version) FROM journal",
                         read_journal, facts, error, "")
      && bv_statement_each (library, CAMPAIGNS, read_campaign, facts, error, "")
      && read_head (library, facts, error))
    return g_steal_pointer (&facts);
  return NULL;
}
