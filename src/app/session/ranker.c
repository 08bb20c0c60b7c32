/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/ranker.h"

#include "app/session/kept-contest.h"

/* What is asked of the thread. */
typedef struct
{
  guint number; /* 0: nothing is asked */
  gint64 campaign;
  gint64 date;
  gboolean anew;      /* not only nominees of @changes are others */
  GPtrArray *changes; /* of BvChanges */
} Request;

typedef struct
{
  guint number;
  BvProposal *proposal;
  GError *error;
} Outcome;

/**
 * BvRanker:
 *
 * Ranks a campaign in a thread of its own, which reads the library beside its writer and keeps what it read,
 * so that after an edit only the nominee that was edited is read again. Edits wait until the thread has time
 * for them; it stops ranking what is no longer wanted. A proposal belongs to whoever shows it, but its
 * contest to the thread: neither changes it meanwhile, and it is given back.
 */
struct _BvRanker
{
  char *folder;
  BvRankerFunc ranked;
  gpointer data;
  GSource *source; /* wakes the main thread */
  guint delivered; /* the number of the last request that was answered */
  guint number;    /* of the last request; atomic */

  guint worked_on; /* the number of the request that the thread works on; only it uses this and the next */
  gint64 read_campaign;

  GMutex mutex;
  GCond cond;
  GThread *thread; /* NULL: nothing was asked yet */
  gboolean quit;
  Request request;
  GQueue outcomes; /* of Outcome */
  GQueue returned; /* of BvProposal */
};

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  g_clear_pointer (&outcome->proposal, bv_proposal_free);
  g_clear_error (&outcome->error);
  g_free (outcome);
}

static void
request_init (Request *request)
{
  *request = (Request){ .changes = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_changes_unref) };
}

static gboolean
is_wanted (gpointer data)
{
  BvRanker *self = data;

  return (guint) g_atomic_int_get (&self->number) == self->worked_on;
}

/* What is read serves the next request too, unless that is about another campaign or asks for everything
 * anew. */
static gboolean
is_reading_wanted (gpointer data)
{
  BvRanker *self = data;
  gboolean wanted;

  if (is_wanted (self))
    return TRUE;
  g_mutex_lock (&self->mutex);
  wanted = !self->quit && self->request.number != 0 && !self->request.anew
           && self->request.campaign == self->read_campaign;
  g_mutex_unlock (&self->mutex);
  return wanted;
}

static void
deliver (BvRanker *self, guint number, BvProposal *proposal, GError *error)
{
  Outcome *outcome = g_new0 (Outcome, 1);

  *outcome = (Outcome){ number, proposal, error };
  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->outcomes, outcome);
  g_source_set_ready_time (self->source, 0);
  g_mutex_unlock (&self->mutex);
}

static void
rank (BvRanker *self, BvKeptContest *kept, const Request *request)
{
  GError *error = NULL;
  BvContest *contest;
  BvProposal *proposal;

  self->worked_on = request->number;
  self->read_campaign = request->campaign;
  contest = bv_kept_contest_update (kept, request->campaign, request->date,
                                    request->anew ? NULL : request->changes, &error);
  proposal = contest != NULL ? bv_proposal_compute (contest, is_wanted, self) : NULL;
  if (proposal != NULL)
    bv_kept_contest_lend (kept);
  if (proposal != NULL || error != NULL)
    deliver (self, request->number, proposal, error);
}

/* Returns FALSE when there is no more to do. */
static gboolean
wait (BvRanker *self, Request *request, GQueue *returned)
{
  gboolean goes_on;

  g_mutex_lock (&self->mutex);
  while (!self->quit && self->request.number == 0 && self->returned.length == 0)
    g_cond_wait (&self->cond, &self->mutex);
  goes_on = !self->quit;
  *request = self->request;
  request_init (&self->request);
  *returned = self->returned;
  g_queue_init (&self->returned);
  g_mutex_unlock (&self->mutex);
  return goes_on;
}

static gpointer
run (gpointer data)
{
  BvRanker *self = data;
  BvKeptContest *kept = bv_kept_contest_new (self->folder, is_reading_wanted, self);
  gboolean goes_on = TRUE;

  while (goes_on)
    {
      GQueue returned;
      Request request;
      BvProposal *proposal;

      goes_on = wait (self, &request, &returned);
      while ((proposal = g_queue_pop_head (&returned)) != NULL)
        bv_kept_contest_take_back (kept, proposal);
      if (goes_on && request.number != 0)
        rank (self, kept, &request);
      g_ptr_array_unref (request.changes);
    }
  bv_kept_contest_free (kept);
  return NULL;
}

static Outcome *
pop_outcome (BvRanker *self)
{
  Outcome *outcome;

  g_mutex_lock (&self->mutex);
  outcome = g_queue_pop_head (&self->outcomes);
  g_mutex_unlock (&self->mutex);
  return outcome;
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  g_source_set_ready_time (source, -1);
  return callback (data);
}

static GSourceFuncs source_funcs = { .dispatch = dispatch };

static gboolean
delivered_cb (gpointer data)
{
  BvRanker *self = data;
  Outcome *outcome;

  while ((outcome = pop_outcome (self)) != NULL)
    {
      BvProposal *proposal = g_steal_pointer (&outcome->proposal);

      if (outcome->number == self->number)
        {
          self->delivered = outcome->number;
          self->ranked (proposal, outcome->error, self->data);
        }
      else if (proposal != NULL)
        bv_ranker_take_back (self, proposal);
      outcome_free (outcome);
    }
  return G_SOURCE_CONTINUE;
}

/**
 * bv_ranker_new:
 * @folder: the library's folder
 * @ranked: called with what was ranked
 * @data: for @ranked
 *
 * Returns: (transfer full): a ranker that begins when it is asked for the first time
 */
BvRanker *
bv_ranker_new (const char *folder, BvRankerFunc ranked, gpointer data)
{
  BvRanker *self = g_new0 (BvRanker, 1);

  self->folder = g_strdup (folder);
  self->ranked = ranked;
  self->data = data;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  request_init (&self->request);
  self->source = g_source_new (&source_funcs, sizeof (GSource));
  g_source_set_callback (self->source, delivered_cb, self, NULL);
  g_source_attach (self->source, NULL);
  return self;
}

static void
end_thread (BvRanker *self)
{
  if (self->thread == NULL)
    return;
  g_mutex_lock (&self->mutex);
  self->quit = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
}

/**
 * bv_ranker_free:
 * @ranker: (transfer full): a ranker that was given back what it handed out
 *
 * Waits until its thread has left the library.
 */
void
bv_ranker_free (BvRanker *ranker)
{
  bv_ranker_stop (ranker);
  end_thread (ranker);
  g_source_destroy (ranker->source);
  g_source_unref (ranker->source);
  g_queue_clear_full (&ranker->outcomes, outcome_free);
  g_ptr_array_unref (ranker->request.changes);
  g_mutex_clear (&ranker->mutex);
  g_cond_clear (&ranker->cond);
  g_free (ranker->folder);
  g_free (ranker);
}

static void
add_changes (Request *request, const BvChanges *changes)
{
  request->anew |= changes == NULL || !bv_changes_are_marks (changes);
  if (changes != NULL)
    g_ptr_array_add (request->changes, bv_changes_ref (changes));
}

/**
 * bv_ranker_rank:
 * @ranker: a ranker
 * @campaign: a campaign's row
 * @date: the ranking's date
 * @changes: (nullable): what is not as it was when this was asked for before; %NULL: anything may be
 *
 * Asks for a ranking. One that was asked for before and is not there yet is wanted no longer.
 */
void
bv_ranker_rank (BvRanker *ranker, gint64 campaign, gint64 date, const BvChanges *changes)
{
  g_mutex_lock (&ranker->mutex);
  g_atomic_int_inc (&ranker->number);
  ranker->request.number = ranker->number;
  ranker->request.campaign = campaign;
  ranker->request.date = date;
  add_changes (&ranker->request, changes);
  g_cond_signal (&ranker->cond);
  g_mutex_unlock (&ranker->mutex);
  if (ranker->thread == NULL)
    ranker->thread = g_thread_new ("ranking", run, ranker);
}

/**
 * bv_ranker_stop:
 * @ranker: a ranker
 *
 * Wants nothing any more.
 */
void
bv_ranker_stop (BvRanker *ranker)
{
  g_atomic_int_inc (&ranker->number);
  ranker->delivered = ranker->number;
}

/**
 * bv_ranker_is_busy:
 * @ranker: a ranker
 *
 * Returns: whether what was asked for is not there yet
 */
gboolean
bv_ranker_is_busy (BvRanker *ranker)
{
  return ranker->delivered != ranker->number;
}

/**
 * bv_ranker_take_back:
 * @ranker: a ranker
 * @proposal: (transfer full): one of its proposals
 */
void
bv_ranker_take_back (BvRanker *ranker, BvProposal *proposal)
{
  g_mutex_lock (&ranker->mutex);
  g_queue_push_tail (&ranker->returned, proposal);
  g_cond_signal (&ranker->cond);
  g_mutex_unlock (&ranker->mutex);
}
