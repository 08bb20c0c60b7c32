/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ranking/trial-bar.h"

#include "app/form/read-only.h"
#include "core/group-name.h"
#include "core/quota-numbers.h"
#include "core/quota-trial.h"
#include "core/text/wording.h"
#include "store/quota-edit.h"

#include <glib/gi18n-lib.h>

/**
 * BvTrialBar:
 *
 * Says that other numbers of quotas are tried, and which, until they are written or dropped; while nothing is
 * tried it is not seen. What is tried stays while another page is shown, and while the campaign is ranked
 * anew; another campaign, which has no proposal at first, drops it. Signal `changed`: pools are others.
 */
struct _BvTrialBar
{
  GtkWidget parent_instance;
  GtkLabel *label;
  GtkWidget *write_button;
  BvSession *session;  /* NULL: none yet */
  BvQuotaTrial *trial; /* NULL: nothing is tried */
};

G_DEFINE_FINAL_TYPE (BvTrialBar, bv_trial_bar, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
write_cb (BvTrialBar *self)
{
  bv_trial_bar_write (self);
}

static void
drop_cb (BvTrialBar *self)
{
  bv_trial_bar_drop (self);
}

static void
bv_trial_bar_dispose (GObject *object)
{
  BvTrialBar *self = BV_TRIAL_BAR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_TRIAL_BAR);
  g_clear_pointer (&self->trial, bv_quota_trial_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bv_trial_bar_parent_class)->dispose (object);
}

static void
bv_trial_bar_class_init (BvTrialBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_trial_bar_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/ranking/trial-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BvTrialBar, label);
  gtk_widget_class_bind_template_child (widget_class, BvTrialBar, write_button);
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_trial_bar_init (BvTrialBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const BvQuota *
get_written (BvTrialBar *self, guint quota)
{
  return g_ptr_array_index (self->trial->written, quota);
}

static char *
write_number (gint64 number)
{
  return number != BV_NONE ? bv_wording_number (number) : g_strdup (_ ("no limit"));
}

/* "Number 5 → 7", if it is another. */
static void
append_number (GString *text, const char *title, gint64 before, gint64 after)
{
  g_autofree char *old = write_number (before);
  g_autofree char *new = write_number (after);

  if (before != after)
    g_string_append_printf (text, "%s%s %s → %s", text->len > 0 ? ", " : "", title, old, new);
}

static char *
list_numbers (BvTrialBar *self, guint i)
{
  const BvContest *contest = self->trial->proposal->contest;
  const BvQuota *before = get_written (self, i);
  const BvQuota *after = g_ptr_array_index (self->trial->quotas, i);
  GString *text = g_string_new (NULL);

  append_number (text, after->percent != BV_NONE ? _ ("Percent") : _ ("Number"), bv_quota_get_size (before),
                 bv_quota_get_size (after));
  for (guint k = 0; k < contest->groups->len; k++)
    {
      const BvGroup *group = bv_contest_group (contest, k)->group;
      g_autofree char *name = bv_group_name_shorten (group->name);

      append_number (text, name, bv_quota_get_cap (before, group->key), bv_quota_get_cap (after, group->key));
    }
  append_number (text, _ ("under one unit"), before->per_parent, after->per_parent);
  return g_string_free (text, FALSE);
}

static char *
describe (BvTrialBar *self)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < self->trial->quotas->len; i++)
    {
      g_autofree char *numbers = list_numbers (self, i);

      if (*numbers != '\0')
        g_string_append_printf (all, "%s%s: %s", all->len > 0 ? "; " : "", get_written (self, i)->name,
                                numbers);
    }
  /* Translators: %s lists what is tried: “Collectives: Number 5 → 7”. */
  return g_strdup_printf (_ ("Only tried, not written: %s"), all->str);
}

static void
show (BvTrialBar *self)
{
  g_autofree char *text = self->trial != NULL ? describe (self) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), self->trial != NULL);
  gtk_label_set_label (self->label, text != NULL ? text : "");
  g_signal_emit (self, changed_signal, 0);
}

/* What was tried before goes when nothing shows it any more. */
static void
take_trial (BvTrialBar *self, BvQuotaTrial *trial)
{
  BvQuotaTrial *before = self->trial;

  if (!bv_quota_trial_differs (trial))
    g_clear_pointer (&trial, bv_quota_trial_free);
  self->trial = trial;
  show (self);
  g_clear_pointer (&before, bv_quota_trial_free);
}

/* What is written now is tried no longer; the proposal it was tried on is gone. */
static void
ranked_cb (BvTrialBar *self)
{
  const BvProposal *proposal = bv_session_get_proposal (self->session);

  if (proposal == NULL)
    bv_trial_bar_drop (self);
  else if (self->trial != NULL)
    take_trial (self, bv_quota_trial_new (proposal, self->trial));
}

/**
 * bv_trial_bar_set_session:
 * @bar: the bar
 * @session: whose quotas are tried, always the same
 */
void
bv_trial_bar_set_session (BvTrialBar *bar, BvSession *session)
{
  if (!g_set_object (&bar->session, session))
    return;
  g_signal_connect_object (session, "ranked", G_CALLBACK (ranked_cb), bar, G_CONNECT_SWAPPED);
  bv_read_only_set (bar->write_button, bv_session_explain_read_only (session));
}

static BvQuota *
find_quota (const BvQuotaTrial *trial, const char *key)
{
  for (guint i = 0; i < trial->quotas->len; i++)
    {
      BvQuota *quota = g_ptr_array_index (trial->quotas, i);

      if (g_str_equal (quota->key, key))
        return quota;
    }
  return NULL;
}

/**
 * bv_trial_bar_try:
 * @bar: the bar
 * @quota: one of the campaign's with numbers that are to be tried, beside those that are tried already
 */
void
bv_trial_bar_try (BvTrialBar *bar, const BvQuota *quota)
{
  const BvProposal *proposal = bv_session_get_proposal (bar->session);
  BvQuotaTrial *trial = proposal != NULL ? bv_quota_trial_new (proposal, bar->trial) : NULL;
  BvQuota *found = trial != NULL ? find_quota (trial, quota->key) : NULL;

  if (found != NULL)
    {
      bv_quota_take_numbers (found, quota);
      bv_quota_trial_rank (trial);
    }
  if (trial != NULL)
    take_trial (bar, trial);
}

/**
 * bv_trial_bar_get_pools:
 * @bar: the bar
 *
 * Returns: (transfer none) (nullable) (element-type BvRanking): the pools as they would be; %NULL: nothing is
 * tried
 */
const GPtrArray *
bv_trial_bar_get_pools (BvTrialBar *bar)
{
  return bar->trial != NULL ? bar->trial->pools : NULL;
}

/**
 * bv_trial_bar_write:
 * @bar: a bar on which something is tried
 *
 * Writes it as one action; it is tried until the campaign is ranked anew. The window shows what goes wrong.
 */
void
bv_trial_bar_write (BvTrialBar *bar)
{
  g_autoptr (GPtrArray) quotas = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < bar->trial->quotas->len; i++)
    if (bv_quota_trial_differs_in (bar->trial, i))
      g_ptr_array_add (quotas, g_ptr_array_index (bar->trial->quotas, i));
  if (!bv_quota_edit_set_numbers (bv_session_get_library (bar->session),
                                  bv_session_get_campaign (bar->session), quotas, &error))
    bv_session_report (bar->session, error);
}

/**
 * bv_trial_bar_drop:
 * @bar: the bar
 *
 * Nothing is tried any more.
 */
void
bv_trial_bar_drop (BvTrialBar *bar)
{
  if (bar->trial == NULL)
    return;
  g_clear_pointer (&bar->trial, bv_quota_trial_free);
  show (bar);
}
