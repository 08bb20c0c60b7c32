/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nominees/same-findings.h"

#include "app/session/reader.h"
#include "store/campaigns.h"

typedef struct
{
  gint64 campaign;
  gint64 date;
} Input;

/* What was found, and the campaign that it speaks of. */
typedef struct
{
  BvCampaign *campaign;
  BvIdentity *identity;
  GHashTable *of_nominee; /* a nominee's row → (element-type BvSameGroup) */
} Found;

struct _BvSameFindings
{
  BvSameFindingsFunc func;
  gpointer data;
  Found *found;              /* NULL: nothing is known yet */
  guint serial;              /* of what is known */
  gboolean stale;            /* something was changed since it was looked for */
  GCancellable *cancellable; /* of the looking; NULL: nobody looks */
};

static void
found_free (gpointer data)
{
  Found *found = data;

  g_hash_table_unref (found->of_nominee);
  bv_identity_free (found->identity);
  bv_record_free (found->campaign);
  g_free (found);
}

static void
list_group (Found *found, BvSameGroup *group)
{
  for (guint i = 0; i < group->nominees->len; i++)
    {
      const BvNominee *nominee = bv_same_group_nominee (found->identity, group, i);
      GPtrArray *groups = g_hash_table_lookup (found->of_nominee, &nominee->record.id);

      if (groups == NULL)
        {
          groups = g_ptr_array_new ();
          g_hash_table_insert (found->of_nominee, (gpointer) &nominee->record.id, groups);
        }
      g_ptr_array_add (groups, group);
    }
}

static gpointer
look (BvLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  const Input *input = data;
  BvCampaign *campaign = bv_campaigns_read (library, input->campaign, BV_CAMPAIGN_IDENTITY, error);
  Found *found;

  if (campaign == NULL)
    return NULL;
  found = g_new0 (Found, 1);
  found->campaign = campaign;
  found->identity = bv_identity_find (campaign, input->date);
  found->of_nominee
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < found->identity->groups->len; i++)
    list_group (found, g_ptr_array_index (found->identity->groups, i));
  return found;
}

/* What cannot be read cannot be ranked either, and is said there. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Found *found = bv_reader_run_finish (result, &error);
  BvSameFindings *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->found, found_free);
  self->found = found;
  self->serial++;
  self->func (self->data);
}

/**
 * bv_same_findings_new:
 * @found: called when something else is known
 * @data: for @found
 *
 * Returns: (transfer full): findings of which nothing is known
 */
BvSameFindings *
bv_same_findings_new (BvSameFindingsFunc found, gpointer data)
{
  BvSameFindings *self = g_new0 (BvSameFindings, 1);

  self->func = found;
  self->data = data;
  self->stale = TRUE;
  return self;
}

/**
 * bv_same_findings_stop:
 * @findings: findings
 *
 * Looks no more; nobody is called.
 */
void
bv_same_findings_stop (BvSameFindings *findings)
{
  if (findings->cancellable != NULL)
    g_cancellable_cancel (findings->cancellable);
  g_clear_object (&findings->cancellable);
}

/**
 * bv_same_findings_free:
 * @findings: (nullable) (transfer full): findings
 */
void
bv_same_findings_free (BvSameFindings *findings)
{
  if (findings == NULL)
    return;
  bv_same_findings_stop (findings);
  g_clear_pointer (&findings->found, found_free);
  g_free (findings);
}

/* Marks cannot make anything the same. */
static gboolean
concerns (const BvChanges *changes)
{
  static const char *const tables[]
    = { "award",    "campaign",      "criterion",   "distinct",   "distinct_nominee",
        "evidence", "evidence_link", "group",       "initiative", "nominee",
        "person",   "quota",         "quota_group", "unit" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (bv_changes_touch (changes, tables[i]))
      return TRUE;
  return FALSE;
}

/**
 * bv_same_findings_take_changes:
 * @findings: findings
 * @session: the session
 * @changes: (nullable): what was changed; %NULL: anything may be, perhaps the campaign
 *
 * It is looked for again behind the ranking that follows a change. Where none follows it is at once.
 */
void
bv_same_findings_take_changes (BvSameFindings *findings, BvSession *session, const BvChanges *changes)
{
  if (changes != NULL && !concerns (changes))
    return;
  findings->stale = TRUE;
  if (changes == NULL)
    bv_same_findings_look (findings, session);
}

/**
 * bv_same_findings_look:
 * @findings: findings
 * @session: a session
 *
 * Looks for what is the same twice in its campaign where that was ranked and something was changed since.
 */
void
bv_same_findings_look (BvSameFindings *findings, BvSession *session)
{
  static const BvReaderKind kind = { look, g_free, found_free };
  Input input = { bv_session_get_campaign (session), bv_session_get_date (session) };

  if (!findings->stale || bv_session_get_proposal (session) == NULL)
    return;
  bv_same_findings_stop (findings);
  findings->stale = FALSE;
  findings->cancellable = g_cancellable_new ();
  bv_reader_run_async (&kind, bv_session_get_folder (session), g_memdup2 (&input, sizeof input),
                       findings->cancellable, looked_cb, findings);
}

/**
 * bv_same_findings_is_busy:
 * @findings: findings
 *
 * Returns: whether they are being looked for
 */
gboolean
bv_same_findings_is_busy (const BvSameFindings *findings)
{
  return findings->cancellable != NULL;
}

/**
 * bv_same_findings_get_identity:
 * @findings: findings
 *
 * Returns: (transfer none) (nullable): what was found; valid until something else is known
 */
const BvIdentity *
bv_same_findings_get_identity (const BvSameFindings *findings)
{
  return findings->found != NULL ? findings->found->identity : NULL;
}

/**
 * bv_same_findings_get_serial:
 * @findings: findings
 *
 * Returns: another number whenever something else is known
 */
guint
bv_same_findings_get_serial (const BvSameFindings *findings)
{
  return findings->serial;
}

/**
 * bv_same_findings_list:
 * @findings: findings
 * @nominee: a nominee's row
 *
 * Returns: (transfer none) (nullable) (element-type BvSameGroup): what it has that another has too, or had
 * before
 */
const GPtrArray *
bv_same_findings_list (const BvSameFindings *findings, gint64 nominee)
{
  return findings->found != NULL ? g_hash_table_lookup (findings->found->of_nominee, &nominee) : NULL;
}

/**
 * bv_same_findings_count_open:
 * @findings: findings
 * @nominee: a nominee's row
 *
 * Returns: how many of those nobody has looked at
 */
guint
bv_same_findings_count_open (const BvSameFindings *findings, gint64 nominee)
{
  const GPtrArray *groups = bv_same_findings_list (findings, nominee);
  guint n = 0;

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    n += !((const BvSameGroup *) g_ptr_array_index (groups, i))->silenced;
  return n;
}
