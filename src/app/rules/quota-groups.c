/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rules/quota-groups.h"

#include "app/form/read-only.h"
#include "core/group.h"
#include "core/quota.h"

#include <glib/gi18n-lib.h>

/**
 * BvQuotaGroups:
 *
 * Which groups compete for a quota: a tick for each group of the campaign.
 */
struct _BvQuotaGroups
{
  GtkWidget parent_instance;
  GtkWidget *title;
  GtkWidget *box;
  GtkWidget *message;
  GPtrArray *keys; /* of char, one a tick */
  BvDraft *draft;
  gboolean showing; /* what is ticked comes from the draft */
};

G_DEFINE_FINAL_TYPE (BvQuotaGroups, bv_quota_groups, GTK_TYPE_WIDGET)

/* One tick. */
typedef struct
{
  const char *key;
  gboolean ticked;
} Tick;

static const BvField *
get_field (void)
{
  return bv_entity_find_field (&bv_quota_entity, "groups");
}

static gboolean
set_tick (gpointer record, gpointer data, GError **error)
{
  BvQuota *quota = record;
  const Tick *tick = data;
  BvQuotaGroup *member;

  for (guint i = quota->groups->len; i > 0; i--)
    if (g_str_equal (((BvQuotaGroup *) g_ptr_array_index (quota->groups, i - 1))->group, tick->key))
      g_ptr_array_remove_index (quota->groups, i - 1);
  if (!tick->ticked)
    return TRUE;
  member = bv_record_add_child (quota, get_field ());
  g_free (member->group);
  member->group = g_strdup (tick->key);
  return TRUE;
}

static void
show_message (BvQuotaGroups *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}

static void
show (BvQuotaGroups *self)
{
  const BvQuota *quota = self->draft != NULL ? bv_draft_get_record (self->draft, BV_DRAFT_WHOLE) : NULL;
  GtkWidget *button = gtk_widget_get_first_child (self->box);

  self->showing = TRUE;
  for (guint i = 0; button != NULL; i++, button = gtk_widget_get_next_sibling (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                 quota != NULL
                                   && bv_quota_has_group (quota, g_ptr_array_index (self->keys, i)));
  self->showing = FALSE;
}

static void
toggled_cb (GtkCheckButton *button, gpointer data)
{
  BvQuotaGroups *self = data;
  g_autoptr (GError) error = NULL;
  Tick tick = { g_object_get_data (G_OBJECT (button), "key"), gtk_check_button_get_active (button) };

  if (self->showing || self->draft == NULL)
    return;
  bv_draft_edit (self->draft, BV_DRAFT_WHOLE, set_tick, &tick, &error);
  show_message (self, error != NULL ? error->message : NULL);
  show (self);
}

static void
changed_cb (BvQuotaGroups *self)
{
  show (self);
}

static void
bv_quota_groups_dispose (GObject *object)
{
  GtkWidget *child;

  bv_draft_follow (&BV_QUOTA_GROUPS (object)->draft, NULL, NULL, object);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bv_quota_groups_parent_class)->dispose (object);
}

static void
bv_quota_groups_finalize (GObject *object)
{
  g_ptr_array_unref (BV_QUOTA_GROUPS (object)->keys);
  G_OBJECT_CLASS (bv_quota_groups_parent_class)->finalize (object);
}

static void
bv_quota_groups_class_init (BvQuotaGroupsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_quota_groups_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_quota_groups_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
bv_quota_groups_init (BvQuotaGroups *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->title = create_label (_ ("Groups that compete for it"), "field-title");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->message = create_label (NULL, "field-message");
  gtk_widget_set_visible (self->message, FALSE);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));
}

static void
add_button (BvQuotaGroups *self, const BvGroup *group)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (group->name);
  char *key = g_strdup (group->key);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, group->name, -1);
  g_ptr_array_add (self->keys, key);
  g_object_set_data (G_OBJECT (button), "key", key);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self->box), button);
  if (self->draft != NULL)
    bv_read_only_set (button, bv_draft_get_locked (self->draft));
}

/* Of each group its key and its name. */
static gboolean
lists (BvQuotaGroups *self, const BvCampaign *head)
{
  GtkWidget *button = gtk_widget_get_first_child (self->box);

  if (self->keys->len != head->groups->len)
    return FALSE;
  for (guint i = 0; i < head->groups->len; i++, button = gtk_widget_get_next_sibling (button))
    {
      const BvGroup *group = g_ptr_array_index (head->groups, i);
      GtkWidget *label = gtk_check_button_get_child (GTK_CHECK_BUTTON (button));

      if (!g_str_equal (g_ptr_array_index (self->keys, i), group->key)
          || !g_str_equal (gtk_label_get_label (GTK_LABEL (label)), group->name))
        return FALSE;
    }
  return TRUE;
}

/**
 * bv_quota_groups_bind:
 * @list: ticks
 * @draft: (nullable): the quota whose groups they show from now on; %NULL: none
 * @head: the campaign with its groups
 */
void
bv_quota_groups_bind (BvQuotaGroups *list, BvDraft *draft, const BvCampaign *head)
{
  GtkWidget *button;

  bv_draft_follow (&list->draft, draft, G_CALLBACK (changed_cb), list);
  if (!lists (list, head))
    {
      while ((button = gtk_widget_get_first_child (list->box)) != NULL)
        gtk_box_remove (GTK_BOX (list->box), button);
      g_ptr_array_set_size (list->keys, 0);
      for (guint i = 0; i < head->groups->len; i++)
        add_button (list, g_ptr_array_index (head->groups, i));
    }
  show_message (list, NULL);
  show (list);
}
