/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/session.h"

#include "app/library/follower.h"
#include "app/session/ranker.h"
#include "app/session/recent-actions.h"
#include "core/text/date.h"
#include "store/campaigns.h"
#include "store/lists.h"

#include <glib/gi18n-lib.h>

/**
 * BvSession:
 *
 * An open library and the campaign that the window shows. What was written is read again by the pages
 * (`changed`); totals and ranks are computed in a thread and follow a moment later (`ranked`).
 */
struct _BvSession
{
  GObject parent_instance;
  BvWriter *writer;
  BvFollower *follower; /* NULL: nobody else may write */
  gint64 campaign;
  BvCampaign *head; /* NULL: no campaign */
  BvRecentActions actions;
  BvRanker *ranker;
  BvProposal *proposal;
  GArray *changes; /* of BvChange: what is not announced yet */
  guint changed_source;
  guint ranking_source;
  char *reason; /* why nothing can be changed; NULL: as of any library that is only read */
};

/* What the head of a campaign is made of. */
static const char *const head_tables[] = { "campaign",    "group",     "group_class", "criterion", "quota",
                                           "quota_group", "quota_cap", "quota_after", NULL };

G_DEFINE_FINAL_TYPE (BvSession, bv_session, G_TYPE_OBJECT)

enum
{
  CHANGED,
  WRITABLE_CHANGED,
  LEAVING,
  CAMPAIGN_CHANGED,
  RANKED,
  FAILED,
  DAMAGED,
  WORKING,
  BACKED_UP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A campaign that is gone, because its making was undone, is not a failure. */
static void
read_head (BvSession *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->head, bv_record_free);
  if (self->campaign == 0)
    return;
  self->head = bv_campaigns_read (bv_session_get_library (self), self->campaign, BV_CAMPAIGN_HEAD, &error);
  if (self->head == NULL)
    {
      self->campaign = 0;
      if (!g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND))
        bv_session_report (self, error);
    }
}

/* Pages may show rows of the one before until they have heard of the new one. */
static void
take_proposal (BvSession *self, BvProposal *proposal)
{
  BvProposal *before = self->proposal;

  self->proposal = proposal;
  g_signal_emit (self, signals[RANKED], 0);
  if (before != NULL)
    bv_ranker_take_back (self->ranker, before);
}

static void
ranked_cb (BvProposal *proposal, const GError *error, gpointer data)
{
  if (proposal != NULL)
    take_proposal (data, proposal);
  else
    bv_session_report (data, error);
}

static void
rank (BvSession *self, const BvChanges *changes)
{
  if (self->campaign != 0)
    bv_ranker_rank (self->ranker, self->campaign, bv_session_get_date (self), changes);
  else
    bv_ranker_stop (self->ranker);
}

static gboolean
start_ranking (gpointer data)
{
  BvSession *self = data;

  self->ranking_source = 0;
  rank (self, NULL);
  return G_SOURCE_REMOVE;
}

/* Whoever waits for the window comes first. */
static void
queue_ranking (BvSession *self)
{
  bv_ranker_stop (self->ranker);
  if (self->ranking_source == 0)
    self->ranking_source = g_idle_add (start_ranking, self);
}

static gint64
find_newest_campaign (BvSession *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) campaigns = bv_lists_read_campaigns (bv_session_get_library (self), &error);

  if (campaigns == NULL)
    bv_session_report (self, error);
  return campaigns != NULL && bv_table_get_n_rows (campaigns) > 0 ? bv_table_get_id (campaigns, 0) : 0;
}

static void
show_campaign (BvSession *self, gint64 campaign)
{
  self->campaign = campaign;
  read_head (self);
  take_proposal (self, NULL);
  g_signal_emit (self, signals[CAMPAIGN_CHANGED], 0);
  queue_ranking (self);
}

static gboolean
touches_head (const BvChanges *changes)
{
  for (guint i = 0; head_tables[i] != NULL; i++)
    if (bv_changes_touch (changes, head_tables[i]))
      return TRUE;
  return FALSE;
}

static gboolean
announce_changes (gpointer data)
{
  BvSession *self = data;
  g_autoptr (BvChanges) changes = bv_changes_new (g_steal_pointer (&self->changes));

  self->changed_source = 0;
  self->changes = g_array_new (FALSE, FALSE, sizeof (BvChange));
  if (touches_head (changes))
    read_head (self);
  if (self->campaign == 0)
    bv_session_show_newest (self);
  g_signal_emit (self, signals[CHANGED], 0, changes);
  if (self->ranking_source == 0)
    rank (self, changes);
  return G_SOURCE_REMOVE;
}

static void
library_changed_cb (BvLibrary *library, const BvChanges *changes, gpointer data)
{
  bv_session_take_changes (data, changes);
}

static void
followed_cb (const BvChanges *changes, gpointer data)
{
  bv_session_take_changes (data, changes);
}

static void
bv_session_dispose (GObject *object)
{
  BvSession *self = BV_SESSION (object);

  if (self->proposal != NULL)
    bv_ranker_take_back (self->ranker, g_steal_pointer (&self->proposal));
  g_clear_pointer (&self->ranker, bv_ranker_free);
  g_clear_pointer (&self->follower, bv_follower_free);
  g_clear_handle_id (&self->changed_source, g_source_remove);
  g_clear_handle_id (&self->ranking_source, g_source_remove);
  G_OBJECT_CLASS (bv_session_parent_class)->dispose (object);
}

static void
bv_session_finalize (GObject *object)
{
  BvSession *self = BV_SESSION (object);

  g_array_unref (self->changes);
  bv_recent_actions_clear (&self->actions);
  g_clear_pointer (&self->head, bv_record_free);
  g_clear_pointer (&self->writer, bv_writer_free);
  g_free (self->reason);
  G_OBJECT_CLASS (bv_session_parent_class)->finalize (object);
}

static void
bv_session_class_init (BvSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bv_session_dispose;
  object_class->finalize = bv_session_finalize;

  /* Rows were written, undone or done again: these. */
  signals[CHANGED] = g_signal_new ("changed", BV_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, BV_TYPE_CHANGES | G_SIGNAL_TYPE_STATIC_SCOPE);
  /* Nothing can be written for a while, or again. */
  signals[WRITABLE_CHANGED] = g_signal_new ("writable-changed", BV_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
  /* This campaign is to be shown instead; %TRUE: not now, somebody asks a question before and then sets it
   * again. */
  signals[LEAVING]
    = g_signal_new ("leaving", BV_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                    NULL, G_TYPE_BOOLEAN, 1, G_TYPE_INT64);
  /* Another campaign is shown, or none. */
  signals[CAMPAIGN_CHANGED] = g_signal_new ("campaign-changed", BV_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
  /* There is a newer proposal, or none any more; the one before is given back behind the handlers. */
  signals[RANKED]
    = g_signal_new ("ranked", BV_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* Something could not be read; the message says what. */
  signals[FAILED] = g_signal_new ("failed", BV_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  /* What was read is not what the program wrote. */
  signals[DAMAGED]
    = g_signal_new ("damaged", BV_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* Long work has begun. */
  signals[WORKING] = g_signal_new ("working", BV_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, BV_TYPE_WORK);
  /* There is another backup. */
  signals[BACKED_UP]
    = g_signal_new ("backed-up", BV_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_session_init (BvSession *self)
{
  self->changes = g_array_new (FALSE, FALSE, sizeof (BvChange));
}

/**
 * bv_session_new:
 * @library: (transfer full): a library, open for writing unless it is only to be looked at
 *
 * Returns: (transfer full): a session without a campaign
 */
BvSession *
bv_session_new (BvLibrary *library)
{
  BvSession *self = g_object_new (BV_TYPE_SESSION, NULL);

  self->writer = bv_writer_new (library);
  self->ranker = bv_ranker_new (bv_library_get_folder (library), ranked_cb, self);
  bv_library_set_changed_func (library, library_changed_cb, self);
  if (!bv_library_is_writable (library))
    self->follower = bv_follower_new (library, followed_cb, self);
  return self;
}

/**
 * bv_session_get_library:
 * @session: a session
 *
 * Returns: (transfer none): its library, for the main thread; while the writer is lent only to be read
 */
BvLibrary *
bv_session_get_library (BvSession *session)
{
  return bv_writer_get_library (session->writer);
}

/**
 * bv_session_get_folder:
 * @session: a session
 *
 * Returns: (transfer none): its library's folder
 */
const char *
bv_session_get_folder (BvSession *session)
{
  return bv_library_get_folder (bv_session_get_library (session));
}

/**
 * bv_session_set_campaign:
 * @session: a session
 * @campaign: a campaign's row; 0: none
 *
 * Shows the campaign: at once, or behind the answer to what the `leaving` of the present one asks.
 */
void
bv_session_set_campaign (BvSession *session, gint64 campaign)
{
  gboolean waits = FALSE;

  if (session->campaign == campaign)
    return;
  g_signal_emit (session, signals[LEAVING], 0, campaign, &waits);
  if (!waits)
    show_campaign (session, campaign);
}

/**
 * bv_session_show_newest:
 * @session: a session
 *
 * Shows the newest campaign of the library, or none where there is none.
 */
void
bv_session_show_newest (BvSession *session)
{
  show_campaign (session, find_newest_campaign (session));
}

/**
 * bv_session_get_campaign:
 * @session: a session
 *
 * Returns: the campaign's row; 0: none
 */
gint64
bv_session_get_campaign (BvSession *session)
{
  return session->campaign;
}

/**
 * bv_session_get_head:
 * @session: a session
 *
 * Returns: (transfer none) (nullable): the campaign with its groups and quotas; valid until the next change
 */
const BvCampaign *
bv_session_get_head (BvSession *session)
{
  return session->head;
}

/**
 * bv_session_find_group:
 * @session: a session
 * @id: a group's row
 *
 * Returns: (transfer none) (nullable): the group; valid until the next change
 */
const BvGroup *
bv_session_find_group (BvSession *session, gint64 id)
{
  for (guint i = 0; session->head != NULL && i < session->head->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (session->head->groups, i);

      if (group->record.id == id)
        return group;
    }
  return NULL;
}

/**
 * bv_session_get_date:
 * @session: a session
 *
 * Returns: the ranking's date: the campaign's, else today
 */
gint64
bv_session_get_date (BvSession *session)
{
  return session->head != NULL ? bv_campaign_find_date (session->head) : bv_date_today ();
}

/**
 * bv_session_get_proposal:
 * @session: a session
 *
 * Returns: (transfer none) (nullable): the last ranking, without its whole campaign; valid until `ranked`
 */
const BvProposal *
bv_session_get_proposal (BvSession *session)
{
  return session->proposal;
}

/**
 * bv_session_find_entrant:
 * @session: a session
 * @nominee: a nominee's row
 *
 * Returns: its index in the contest of the last ranking, %BV_CONTEST_NO_ENTRANT where it was not ranked yet
 */
guint
bv_session_find_entrant (BvSession *session, gint64 nominee)
{
  if (session->proposal == NULL)
    return BV_CONTEST_NO_ENTRANT;
  return bv_contest_find_entrant (session->proposal->contest, nominee);
}

/**
 * bv_session_rank:
 * @session: a session
 *
 * Ranks again what may have failed before, unless that is under way.
 */
void
bv_session_rank (BvSession *session)
{
  if (!bv_session_is_busy (session))
    queue_ranking (session);
}

/**
 * bv_session_is_busy:
 * @session: a session
 *
 * Returns: whether pages or ranking are still to follow what was written
 */
gboolean
bv_session_is_busy (BvSession *session)
{
  return session->changed_source != 0 || session->ranking_source != 0 || bv_writer_is_lent (session->writer)
         || bv_ranker_is_busy (session->ranker);
}

/**
 * bv_session_report:
 * @session: a session
 * @error: what went wrong; the window shows it
 */
void
bv_session_report (BvSession *session, const GError *error)
{
  g_signal_emit (session, signals[FAILED], 0, error->message);
  if (g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED))
    g_signal_emit (session, signals[DAMAGED], 0);
}

/**
 * bv_session_check_file:
 * @session: a session
 * @file: what was chosen to be read or written
 *
 * Returns: whether it is in a folder of this machine; the window says so where it is not
 */
gboolean
bv_session_check_file (BvSession *session, GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (g_file_peek_path (file) != NULL)
    return TRUE;
  name = g_file_get_parse_name (file);
  message = g_strdup_printf (_ ("%s is not in a folder of this computer: choose a folder of its own, or one "
                                "that it has mounted"),
                             name);
  g_signal_emit (session, signals[FAILED], 0, message);
  return FALSE;
}

/**
 * bv_session_begin_work:
 * @session: a session
 * @label: what is done
 *
 * Announces long work; the window shows it until it is finished.
 *
 * Returns: (transfer full): the work
 */
BvWork *
bv_session_begin_work (BvSession *session, const char *label)
{
  BvWork *work = bv_work_new (label);

  g_signal_emit (session, signals[WORKING], 0, work);
  return work;
}

/**
 * bv_session_announce_backup:
 * @session: a session
 *
 * Tells whoever shows the backups of the library that they are others now.
 */
void
bv_session_announce_backup (BvSession *session)
{
  g_signal_emit (session, signals[BACKED_UP], 0);
}

/**
 * bv_session_get_undo_label:
 * @session: a session
 *
 * Returns: (transfer full) (nullable): what undo would take back; %NULL: nothing
 */
char *
bv_session_get_undo_label (BvSession *session)
{
  bv_recent_actions_read (&session->actions, bv_session_get_library (session));
  return g_strdup (session->actions.undo);
}

/**
 * bv_session_get_redo_label:
 * @session: a session
 *
 * Returns: (transfer full) (nullable): what redo would do again; %NULL: nothing
 */
char *
bv_session_get_redo_label (BvSession *session)
{
  bv_recent_actions_read (&session->actions, bv_session_get_library (session));
  return g_strdup (session->actions.redo);
}

/**
 * bv_session_get_last_action:
 * @session: a session
 *
 * Returns: (transfer none) (nullable): the last action of the journal; valid until the next change
 */
const BvAction *
bv_session_get_last_action (BvSession *session)
{
  bv_recent_actions_read (&session->actions, bv_session_get_library (session));
  return session->actions.last;
}

/**
 * bv_session_take_changes:
 * @session: a session
 * @changes: what was written
 *
 * Has it announced, together with what else is written before that.
 */
void
bv_session_take_changes (BvSession *session, const BvChanges *changes)
{
  bv_recent_actions_clear (&session->actions);
  for (guint i = 0; i < bv_changes_count (changes); i++)
    g_array_append_vals (session->changes, bv_changes_get (changes, i), 1);
  if (session->changed_source == 0)
    session->changed_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, announce_changes, session, NULL);
}

/**
 * bv_session_lend:
 * @session: a session that can be written to
 * @error: return location for a %BV_STORE_ERROR
 *
 * Hands the one connection that writes to a thread, until bv_session_take_back(). Meanwhile nothing can be
 * written.
 *
 * Returns: (transfer none) (nullable): the writer, which says what it changed to nobody; %NULL with @error
 * set
 */
BvLibrary *
bv_session_lend (BvSession *session, GError **error)
{
  BvLibrary *library = bv_writer_lend (session->writer, error);

  if (library == NULL)
    return NULL;
  bv_library_set_changed_func (library, NULL, NULL);
  g_signal_emit (session, signals[WRITABLE_CHANGED], 0);
  return library;
}

/**
 * bv_session_take_back:
 * @session: a session whose writer is lent
 *
 * Has the writer again, announces what was written, and then does what waited for it.
 */
void
bv_session_take_back (BvSession *session)
{
  bv_writer_take_back (session->writer);
  bv_library_set_changed_func (bv_session_get_library (session), library_changed_cb, session);
  g_signal_emit (session, signals[WRITABLE_CHANGED], 0);
  if (session->changed_source != 0)
    {
      g_clear_handle_id (&session->changed_source, g_source_remove);
      announce_changes (session);
    }
  bv_writer_serve (session->writer, session);
}

/**
 * bv_session_is_writable:
 * @session: a session
 *
 * Returns: whether anything can be written now
 */
gboolean
bv_session_is_writable (BvSession *session)
{
  return !bv_writer_is_lent (session->writer) && !bv_session_is_read_only (session);
}

/**
 * bv_session_is_read_only:
 * @session: a session
 *
 * Returns: whether its library was opened to be read alone: nothing will be written as long as it is open
 */
gboolean
bv_session_is_read_only (BvSession *session)
{
  return !bv_writer_is_lent (session->writer)
         && !bv_library_is_writable (bv_writer_get_library (session->writer));
}

/**
 * bv_session_set_reason:
 * @session: a session whose library is only read, before a window shows it
 * @reason: why nothing can be changed, and what to do
 */
void
bv_session_set_reason (BvSession *session, const char *reason)
{
  g_free (session->reason);
  session->reason = g_strdup (reason);
}

/**
 * bv_session_explain_read_only:
 * @session: a session
 *
 * Returns: (nullable): why nothing can be changed, and what to do; %NULL: its library was not opened to be
 * read alone
 */
const char *
bv_session_explain_read_only (BvSession *session)
{
  if (!bv_session_is_read_only (session))
    return NULL;
  if (session->reason != NULL)
    return session->reason;
  return _ (
    "The library can only be looked at: another program has it open, or its folder cannot be written "
    "to. What it changes is shown here. Close it there, then open it again to change anything yourself.");
}

/**
 * bv_session_when_writable:
 * @session: a session
 * @func: needs the writer
 * @data: for @func
 *
 * Calls @func: at once, or when what is under way has given the writer back.
 */
void
bv_session_when_writable (BvSession *session, BvWriterFunc func, gpointer data)
{
  bv_writer_wait (session->writer, func, data);
  bv_writer_serve (session->writer, session);
}
