/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session.h"

#include "app/ranking-job.h"
#include "core/date.h"
#include "store/campaigns.h"
#include "store/pages.h"

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
  BvLibrary *library;
  gint64 campaign;
  BvCampaign *head; /* NULL: no campaign */
  BvProposal *proposal;
  GHashTable *entrants;  /* id of a nominee → index + 1, of @proposal */
  GCancellable *ranking; /* the running computation */
  guint changed_source;
  guint ranking_source;
};

G_DEFINE_FINAL_TYPE (BvSession, bv_session, G_TYPE_OBJECT)

enum
{
  CHANGED,
  CAMPAIGN_CHANGED,
  RANKED,
  FAILED,
  WORKING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A campaign that is gone, because its making was undone, is no failure. */
static void
read_head (BvSession *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->head, bv_record_free);
  if (self->campaign == 0)
    return;
  self->head = bv_campaigns_read (self->library, self->campaign, BV_CAMPAIGN_HEAD, &error);
  if (self->head == NULL)
    {
      self->campaign = 0;
      if (!g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND))
        bv_session_report (self, error);
    }
}

static void
take_proposal (BvSession *self, BvProposal *proposal)
{
  BvProposal *before = self->proposal;
  const BvContest *contest = proposal != NULL ? proposal->contest : NULL;

  self->proposal = proposal;
  g_hash_table_remove_all (self->entrants);
  for (guint i = 0; contest != NULL && i < contest->entrants->len; i++)
    g_hash_table_insert (self->entrants, &bv_contest_entrant (contest, i)->id, GUINT_TO_POINTER (i + 1));
  g_signal_emit (self, signals[RANKED], 0);
  /* Pages may show rows of the one before until they have heard of the new one. */
  if (before != NULL)
    bv_proposal_free (before);
}

static void
ranked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BvSession *self = data;
  g_autoptr (GError) error = NULL;
  BvProposal *proposal = bv_ranking_job_run_finish (result, &error);

  /* A session that is gone has cancelled its ranking. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->ranking);
  if (proposal != NULL)
    take_proposal (self, proposal);
  else
    bv_session_report (self, error);
}

static gboolean
start_ranking (gpointer data)
{
  BvSession *self = data;

  self->ranking_source = 0;
  if (self->campaign == 0)
    return G_SOURCE_REMOVE;
  self->ranking = g_cancellable_new ();
  bv_ranking_job_run_async (bv_library_get_folder (self->library), self->campaign, bv_session_get_date (self),
                            self->ranking, ranked_cb, self);
  return G_SOURCE_REMOVE;
}

/* Whoever waits for the window or for the row that was written comes first. */
static void
queue_ranking (BvSession *self)
{
  g_cancellable_cancel (self->ranking);
  g_clear_object (&self->ranking);
  if (self->ranking_source == 0)
    self->ranking_source = g_idle_add (start_ranking, self);
}

static gint64
find_newest_campaign (BvSession *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) campaigns = bv_pages_read_campaigns (self->library, &error);

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
announce_changes (gpointer data)
{
  BvSession *self = data;

  self->changed_source = 0;
  read_head (self);
  if (self->campaign == 0)
    bv_session_show_newest (self);
  g_signal_emit (self, signals[CHANGED], 0);
  queue_ranking (self);
  return G_SOURCE_REMOVE;
}

static void
library_changed_cb (BvLibrary *library, GArray *changes, gpointer data)
{
  BvSession *self = data;

  if (self->changed_source == 0)
    self->changed_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, announce_changes, self, NULL);
}

static void
bv_session_dispose (GObject *object)
{
  BvSession *self = BV_SESSION (object);

  g_cancellable_cancel (self->ranking);
  g_clear_object (&self->ranking);
  g_clear_handle_id (&self->changed_source, g_source_remove);
  g_clear_handle_id (&self->ranking_source, g_source_remove);
  G_OBJECT_CLASS (bv_session_parent_class)->dispose (object);
}

static void
bv_session_finalize (GObject *object)
{
  BvSession *self = BV_SESSION (object);

  g_hash_table_unref (self->entrants);
  g_clear_pointer (&self->proposal, bv_proposal_free);
  g_clear_pointer (&self->head, bv_record_free);
  g_clear_pointer (&self->library, bv_library_close);
  G_OBJECT_CLASS (bv_session_parent_class)->finalize (object);
}

static void
bv_session_class_init (BvSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bv_session_dispose;
  object_class->finalize = bv_session_finalize;

  /* Rows were written, undone or done again. */
  signals[CHANGED]
    = g_signal_new ("changed", BV_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* Another campaign is shown, or none. */
  signals[CAMPAIGN_CHANGED] = g_signal_new ("campaign-changed", BV_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
  /* There is a newer proposal, or none any more; the one before is freed behind the handlers. */
  signals[RANKED]
    = g_signal_new ("ranked", BV_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* Something could not be read; the message says what. */
  signals[FAILED] = g_signal_new ("failed", BV_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  /* Long work has begun. */
  signals[WORKING] = g_signal_new ("working", BV_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, BV_TYPE_WORK);
}

static void
bv_session_init (BvSession *self)
{
  self->entrants = g_hash_table_new (g_int64_hash, g_int64_equal);
}

/**
 * bv_session_new:
 * @library: (transfer full): a library open for writing
 *
 * Returns: (transfer full): a session without a campaign
 */
BvSession *
bv_session_new (BvLibrary *library)
{
  BvSession *self = g_object_new (BV_TYPE_SESSION, NULL);

  self->library = library;
  bv_library_set_changed_func (library, library_changed_cb, self);
  return self;
}

/**
 * bv_session_get_library:
 * @session: a session
 *
 * Returns: (transfer none): its library, for the main thread
 */
BvLibrary *
bv_session_get_library (BvSession *session)
{
  return session->library;
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
  return bv_library_get_folder (session->library);
}

/**
 * bv_session_set_campaign:
 * @session: a session
 * @campaign: a campaign's row; 0: none
 */
void
bv_session_set_campaign (BvSession *session, gint64 campaign)
{
  if (session->campaign != campaign)
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
  if (session->head != NULL && session->head->considered_on != BV_NONE)
    return session->head->considered_on;
  return bv_date_today ();
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
 * Returns: its index in the contest of the last ranking, %BV_SESSION_NO_ENTRANT where it was not ranked yet
 */
guint
bv_session_find_entrant (BvSession *session, gint64 nominee)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (session->entrants, &nominee));

  return place > 0 ? place - 1 : BV_SESSION_NO_ENTRANT;
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
  return session->changed_source != 0 || session->ranking_source != 0 || session->ranking != NULL;
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

static char *
take_label (BvAction *action)
{
  char *label = action != NULL ? g_steal_pointer (&action->label) : NULL;

  g_clear_pointer (&action, bv_action_free);
  return label;
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
  return take_label (bv_journal_peek_undo (session->library));
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
  return take_label (bv_journal_peek_redo (session->library));
}

/**
 * bv_session_undo:
 * @session: a session
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set, and nothing changed
 */
gboolean
bv_session_undo (BvSession *session, GError **error)
{
  return bv_journal_undo (session->library, 0, error) != 0;
}

/**
 * bv_session_redo:
 * @session: a session
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set, and nothing changed
 */
gboolean
bv_session_redo (BvSession *session, GError **error)
{
  return bv_journal_redo (session->library, error) != 0;
}
