/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/campaign-chooser.h"

#include "app/page/context.h"
#include "app/rows/row.h"
#include "app/table/table-model.h"
#include "store/lists.h"

#include <glib/gi18n-lib.h>

/**
 * BvCampaignChooser:
 *
 * The campaigns of the library, newest first, in a drop-down.
 */
struct _BvCampaignChooser
{
  GtkWidget parent_instance;
  GtkDropDown *list;
  BvTableModel *model;
  BvSession *session;
  gboolean showing; /* what is selected comes from the session */
};

G_DEFINE_FINAL_TYPE (BvCampaignChooser, bv_campaign_chooser, GTK_TYPE_WIDGET)

static void
show_campaigns (BvCampaignChooser *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) table = bv_lists_read_campaigns (bv_session_get_library (self->session), &error);
  guint selected;

  if (table == NULL)
    {
      bv_session_report (self->session, error);
      return;
    }
  self->showing = TRUE;
  bv_table_model_set_table (self->model, table);
  selected = bv_table_find (table, bv_session_get_campaign (self->session));
  gtk_drop_down_set_selected (self->list, selected);
  self->showing = FALSE;
  gtk_widget_set_tooltip_text (
    GTK_WIDGET (self->list),
    selected != BV_TABLE_NOT_FOUND ? bv_table_get_text (table, selected, BV_CAMPAIGNS_SPAN) : _ ("Campaign"));
  gtk_widget_set_visible (GTK_WIDGET (self), bv_table_get_n_rows (table) > 0);
}

/* A list gives its bindings what they are of, then what they look at. */
static char *
write_cell (gpointer label, BvRow *row, guint column)
{
  return row != NULL ? bv_row_write_cell (row, column) : NULL;
}

static void
changed_cb (BvCampaignChooser *self)
{
  show_campaigns (self);
}

static void
selected_cb (BvCampaignChooser *self)
{
  BvRow *row = gtk_drop_down_get_selected_item (self->list);

  if (self->showing || row == NULL)
    return;
  bv_session_set_campaign (self->session, bv_row_get_id (row));
  /* The one that was chosen may wait for an answer. */
  show_campaigns (self);
}

static void
bv_campaign_chooser_dispose (GObject *object)
{
  BvCampaignChooser *self = BV_CAMPAIGN_CHOOSER (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_object (&self->session);
  g_clear_pointer (&child, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_CAMPAIGN_CHOOSER);
  G_OBJECT_CLASS (bv_campaign_chooser_parent_class)->dispose (object);
}

static void
bv_campaign_chooser_class_init (BvCampaignChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_campaign_chooser_dispose;
  g_type_ensure (BV_TYPE_TABLE_MODEL);
  g_type_ensure (BV_TYPE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/window/campaign-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, BvCampaignChooser, list);
  gtk_widget_class_bind_template_child (widget_class, BvCampaignChooser, model);
  gtk_widget_class_bind_template_callback (widget_class, bv_row_write_cell);
  gtk_widget_class_bind_template_callback (widget_class, write_cell);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_campaign_chooser_init (BvCampaignChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_context_name_button (self->list);
}

/**
 * bv_campaign_chooser_set_session:
 * @chooser: the chooser
 * @session: whose campaigns it shows
 */
void
bv_campaign_chooser_set_session (BvCampaignChooser *chooser, BvSession *session)
{
  g_set_object (&chooser->session, session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), chooser, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "campaign-changed", G_CALLBACK (changed_cb), chooser, G_CONNECT_SWAPPED);
  show_campaigns (chooser);
}
