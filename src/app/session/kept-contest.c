/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/kept-contest.h"

#include "store/campaigns.h"

/* Of more nominees than this part of all, each by itself is not read faster than all together. */
#define WORTHWHILE_PART 20

typedef struct
{
  BvContest *contest; /* NULL: there is none */
  gboolean lent;      /* somebody shows it: it must not change */
} Copy;

/**
 * BvKeptContest:
 *
 * The contest of a campaign as the ranking's thread keeps it: the newest, and the one that was shown before,
 * which takes over what it missed when it is needed. So nothing is copied from edit to edit, and what is
 * shown never changes.
 */
struct _BvKeptContest
{
  char *folder;
  BvWantedFunc wanted; /* NULL: all is */
  gpointer data;
  BvLibrary *library; /* NULL: not opened yet */
  gint64 campaign;
  Copy newest;
  Copy before;
  GArray *missed; /* of gint64: the nominees that @before has as they were */
};

static void
copy_drop (Copy *copy)
{
  if (copy->contest != NULL && !copy->lent)
    bv_contest_free (copy->contest);
  *copy = (Copy){ NULL, FALSE };
}

static void
forget (BvKeptContest *self)
{
  copy_drop (&self->newest);
  copy_drop (&self->before);
  g_array_set_size (self->missed, 0);
}

static gboolean
open_library (BvKeptContest *self, GError **error)
{
  if (self->library != NULL)
    return TRUE;
  self->library = bv_library_open (self->folder, BV_LIBRARY_READ, error);
  if (self->library != NULL)
    bv_library_set_wanted_func (self->library, self->wanted, self->data);
  return self->library != NULL;
}

static BvContest *
read_anew (BvKeptContest *self, gint64 campaign, gint64 date, GError **error)
{
  forget (self);
  if (!open_library (self, error))
    return NULL;
  self->campaign = campaign;
  self->newest.contest = bv_campaigns_read_contest (self->library, campaign, date, error);
  return self->newest.contest;
}

/* Makes the newest contest one that is not shown. */
static void
take_turn (BvKeptContest *self)
{
  Copy before = self->before;

  if (!self->newest.lent)
    return;
  if (before.contest == NULL || before.lent)
    {
      before = (Copy){ bv_contest_copy (self->newest.contest), FALSE };
      g_array_set_size (self->missed, 0);
    }
  for (guint i = 0; i < self->missed->len; i++)
    bv_contest_take_entrant (before.contest, self->newest.contest, g_array_index (self->missed, gint64, i));
  g_array_set_size (self->missed, 0);
  self->before = self->newest;
  self->newest = before;
}

static GArray *
list_nominees (const GPtrArray *changes)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < changes->len; i++)
    {
      g_autoptr (GArray) nominees = bv_changes_list_nominees (g_ptr_array_index (changes, i));

      g_array_append_vals (all, nominees->data, nominees->len);
    }
  return all;
}

static BvContest *
read_again (BvKeptContest *self, const GArray *nominees, GError **error)
{
  take_turn (self);
  g_array_append_vals (self->missed, nominees->data, nominees->len);
  if (bv_campaigns_read_marks (self->library, self->newest.contest, nominees, error))
    return self->newest.contest;
  /* It is neither what it was nor what it should be. */
  forget (self);
  return NULL;
}

static BvContest *
update (BvKeptContest *self, gint64 campaign, gint64 date, const GPtrArray *changes, GError **error)
{
  const BvContest *contest = self->newest.contest;
  g_autoptr (GArray) nominees = NULL;

  if (changes == NULL || contest == NULL || self->campaign != campaign || contest->date != date)
    return read_anew (self, campaign, date, error);
  nominees = list_nominees (changes);
  if (nominees->len > contest->entrants->len / WORTHWHILE_PART + 1)
    return read_anew (self, campaign, date, error);
  return read_again (self, nominees, error);
}

/**
 * bv_kept_contest_new:
 * @folder: the library's folder
 * @wanted: (nullable): asked from time to time while it reads; %NULL: all is wanted
 * @data: for @wanted
 *
 * Returns: (transfer full): a kept contest, for one thread, which has read nothing yet
 */
BvKeptContest *
bv_kept_contest_new (const char *folder, BvWantedFunc wanted, gpointer data)
{
  BvKeptContest *self = g_new0 (BvKeptContest, 1);

  self->folder = g_strdup (folder);
  self->wanted = wanted;
  self->data = data;
  self->missed = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/**
 * bv_kept_contest_free:
 * @kept: (transfer full): a kept contest; what is lent stays with whoever shows it
 */
void
bv_kept_contest_free (BvKeptContest *kept)
{
  forget (kept);
  g_array_unref (kept->missed);
  g_clear_pointer (&kept->library, bv_library_close);
  g_free (kept->folder);
  g_free (kept);
}

/**
 * bv_kept_contest_update:
 * @kept: a kept contest
 * @campaign: a campaign's row
 * @date: the ranking's date
 * @changes: (nullable) (element-type BvChanges): marks that changed since the last call; %NULL: anything may
 * have
 * @error: return location for a %BV_STORE_ERROR
 *
 * Brings it up to date: reads what changed, or all of it.
 *
 * Returns: (transfer none) (nullable): the contest as the library has it, which nobody shows; %NULL with
 * @error set, or without where it is wanted no longer: then it reads all of it the next time
 */
BvContest *
bv_kept_contest_update (BvKeptContest *kept,
                        gint64 campaign,
                        gint64 date,
                        const GPtrArray *changes,
                        GError **error)
{
  BvContest *contest = update (kept, campaign, date, changes, error);

  /* What is interrupted fails, which nobody is to hear of. */
  if (contest == NULL && kept->wanted != NULL && !kept->wanted (kept->data))
    g_clear_error (error);
  return contest;
}

/**
 * bv_kept_contest_lend:
 * @kept: a kept contest
 *
 * Says that what the last update returned is shown from now on, until it is given back.
 */
void
bv_kept_contest_lend (BvKeptContest *kept)
{
  kept->newest.lent = TRUE;
}

/**
 * bv_kept_contest_take_back:
 * @kept: a kept contest
 * @proposal: (transfer full): a proposal that is shown no longer; of its contest the next may be made
 */
void
bv_kept_contest_take_back (BvKeptContest *kept, BvProposal *proposal)
{
  BvContest *contest = g_steal_pointer (&proposal->contest);

  bv_proposal_free (proposal);
  if (contest == kept->newest.contest)
    kept->newest.lent = FALSE;
  else if (contest == kept->before.contest)
    kept->before.lent = FALSE;
  else
    bv_contest_free (contest);
}
