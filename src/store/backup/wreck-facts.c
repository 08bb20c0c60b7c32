/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup/wreck-facts.h"

#include "store/proof/content.h"
#include "store/statement.h"

#define CAMPAIGNS "SELECT id, key, iif (short <> '', short, title) FROM campaign NOT INDEXED"

static void
free_loss (BvWreckLoss *loss)
{
  g_free (loss->label);
  g_free (loss);
}

static void
free_campaign (BvWreckCampaign *campaign)
{
  g_free (campaign->key);
  g_free (campaign->title);
  g_free (campaign);
}

/**
 * bv_wreck_facts_free:
 * @facts: (transfer full): facts
 */
void
bv_wreck_facts_free (BvWreckFacts *facts)
{
  g_ptr_array_unref (facts->losses);
  g_ptr_array_unref (facts->campaigns);
  g_free (facts);
}

static BvWreckCampaign *
find_campaign (BvWreckFacts *facts, gint64 id)
{
  BvWreckCampaign *campaign;

  for (guint i = 0; i < facts->campaigns->len; i++)
    {
      campaign = facts->campaigns->pdata[i];
      if (campaign->id == id)
        return campaign;
    }
  campaign = g_new0 (BvWreckCampaign, 1);
  campaign->id = id;
  g_ptr_array_add (facts->campaigns, campaign);
  return campaign;
}

static char *
read_text (sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static void
read_campaign (sqlite3_stmt *row, gpointer facts)
{
  BvWreckCampaign *campaign = find_campaign (facts, sqlite3_column_int64 (row, 0));

  if (campaign->key != NULL)
    return;
  campaign->key = read_text (row, 1);
  campaign->title = read_text (row, 2);
}

static void
read_digest (sqlite3_stmt *row, gpointer facts)
{
  gint64 id = sqlite3_column_int64 (row, 0);

  if (id != 0)
    find_campaign (facts, id);
}

/* Of one whose own row cannot be read it is still known that it was there. */
static void
list_campaigns (BvLibrary *wreck, BvWreckFacts *facts)
{
  bv_statement_each_as_it_is (wreck, CAMPAIGNS, read_campaign, facts, NULL);
  bv_statement_each_as_it_is (wreck, CAMPAIGNS " ORDER BY id DESC", read_campaign, facts, NULL);
  bv_statement_each_as_it_is (wreck, "SELECT campaign FROM content", read_digest, facts, NULL);
}

/* Whether all is. */
static gboolean
mark_whole (BvWreckFacts *facts, GHashTable *whole)
{
  const gint64 units = 0;

  facts->units_are_whole = facts->units_are_whole || g_hash_table_contains (whole, &units);
  for (guint i = 0; i < facts->campaigns->len; i++)
    {
      BvWreckCampaign *campaign = facts->campaigns->pdata[i];

      campaign->is_whole = campaign->is_whole || g_hash_table_contains (whole, &campaign->id);
    }
  for (guint i = 0; i < facts->campaigns->len; i++)
    if (!((const BvWreckCampaign *) facts->campaigns->pdata[i])->is_whole)
      return FALSE;
  return TRUE;
}

static void
read_label (sqlite3_stmt *row, gpointer data)
{
  BvWreckLoss *loss = data;

  loss->label = read_text (row, 0);
  loss->time = sqlite3_column_int64 (row, 1);
}

static BvWreckKind
get_kind (const char *table)
{
  static const struct
  {
    const char *table;
    BvWreckKind kind;
  } kinds[] = {
    { "template", BV_WRECK_TEMPLATE },
    { "letter", BV_WRECK_LETTER },
    { "handout", BV_WRECK_HANDOUT },
    { "receipt", BV_WRECK_RECEIPT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (table, kinds[i].table))
      return kinds[i].kind;
  return BV_WRECK_SEALING;
}

static void
list_losses (BvLibrary *wreck, BvWreckFacts *facts, const GArray *strays)
{
  for (guint i = 0; i < strays->len; i++)
    {
      const BvLedgerStray *stray = &g_array_index (strays, BvLedgerStray, i);
      BvWreckLoss *loss;

      if (stray->action == 0)
        continue;
      loss = g_new0 (BvWreckLoss, 1);
      loss->campaign = stray->campaign;
      loss->kind = get_kind (stray->table);
      bv_statement_each (wreck, "SELECT label, time FROM journal WHERE id = ?1", read_label, loss, NULL, "i",
                         stray->action);
      g_ptr_array_add (facts->losses, loss);
    }
}

/* What the journal says beside the digests, of an older program instead of them. */
static gboolean
ask_journal (BvLibrary *wreck, gboolean is_chained, BvWreckFacts *facts, GArray *strays, GError **error)
{
  g_autoptr (BvLedger) ledger = bv_ledger_read (wreck, is_chained, error);
  g_autoptr (GHashTable) whole = ledger != NULL ? bv_ledger_list_whole (ledger, error) : NULL;
  g_autoptr (GArray) found = whole != NULL ? bv_ledger_list_strays (ledger, error) : NULL;
  g_autoptr (GArray) campaigns = NULL;

  if (found == NULL)
    return FALSE;
  campaigns = bv_ledger_list_campaigns (ledger);
  for (guint i = 0; i < campaigns->len; i++)
    find_campaign (facts, g_array_index (campaigns, gint64, i));
  mark_whole (facts, whole);
  facts->templates_are_whole = TRUE;
  list_losses (wreck, facts, found);
  g_array_append_vals (strays, found->data, found->len);
  return TRUE;
}

/**
 * bv_wreck_facts_read:
 * @wreck: the copy of a damaged library that can be read as far as it goes
 * @is_proven: whether the program that wrote it kept digests of the content
 * @strays: (element-type BvLedgerStray): gets the rows of what was sealed and written, and of templates, that
 * are not what was recorded
 * @error: return location for a %BV_STORE_ERROR
 *
 * Whole is what the digests of the content witness (store/proof/content.h): nothing is missing, and nothing
 * is another than it was. Where they do not, the journal is followed, which is a second record of everything
 * (store/proof/ledger.h): it also tells which row of what was sealed and written, and which template, is
 * damaged, so that the rest need not be left.
 *
 * Returns: (transfer full) (nullable): what is left; %NULL with @error set where nothing is known
 */
BvWreckFacts *
bv_wreck_facts_read (BvLibrary *wreck, gboolean is_proven, GArray *strays, GError **error)
{
  g_autoptr (GHashTable) whole = bv_content_list_whole (wreck, error);
  g_autoptr (BvWreckFacts) facts = NULL;
  gboolean all;

  if (whole == NULL)
    return NULL;
  facts = g_new0 (BvWreckFacts, 1);
  facts->campaigns = g_ptr_array_new_with_free_func ((GDestroyNotify) free_campaign);
  facts->losses = g_ptr_array_new_with_free_func ((GDestroyNotify) free_loss);
  list_campaigns (wreck, facts);
  all = is_proven && mark_whole (facts, whole);
  /* That digest is of the units and the templates together. */
  facts->templates_are_whole = facts->units_are_whole;
  if (all && facts->units_are_whole)
    return g_steal_pointer (&facts);
  /* The digests have said enough where the journal is damaged too. */
  if (!ask_journal (wreck, is_proven, facts, strays, is_proven ? NULL : error) && !is_proven)
    return NULL;
  return g_steal_pointer (&facts);
}
