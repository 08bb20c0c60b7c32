/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/library/follower.h"

#include "store/journal-tail.h"

/* Nobody waits for what somebody else does, and the system tells of no change on a network drive. */
#define SECONDS_BETWEEN_LOOKS 2

/**
 * BvFollower:
 *
 * Looks into the journal of a library that another program writes to, and tells what it changed.
 */
struct _BvFollower
{
  BvLibrary *library;
  BvFollowerFunc followed;
  gpointer data;
  gint64 end; /* the last action that is shown */
  guint source;
};

/* What cannot be read now, because the other program just writes it, may be read at the next look. */
static gboolean
look_cb (gpointer data)
{
  BvFollower *self = data;
  g_autoptr (BvChanges) changes = NULL;
  g_autoptr (GError) error = NULL;

  if (!bv_journal_read_tail (self->library, &self->end, &changes, &error))
    g_debug ("%s", error->message);
  else if (changes != NULL)
    self->followed (changes, self->data);
  return G_SOURCE_CONTINUE;
}

/**
 * bv_follower_new:
 * @library: a library that is only read; it must outlive the follower
 * @followed: called in the main thread
 * @data: for @followed
 *
 * Returns: (transfer full): a follower of what is written from now on
 */
BvFollower *
bv_follower_new (BvLibrary *library, BvFollowerFunc followed, gpointer data)
{
  BvFollower *self = g_new0 (BvFollower, 1);

  self->library = library;
  self->followed = followed;
  self->data = data;
  self->end = MAX (bv_journal_find_end (library, NULL), 0);
  self->source = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, look_cb, self);
  return self;
}

/**
 * bv_follower_free:
 * @follower: (transfer full): a follower
 */
void
bv_follower_free (BvFollower *follower)
{
  g_source_remove (follower->source);
  g_free (follower);
}
