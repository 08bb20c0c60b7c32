/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/papers/preview.h"

#define PREVIEW "bv-preview"

static void
forget_cb (GtkWindow *parent)
{
  g_object_set_data (G_OBJECT (parent), PREVIEW, NULL);
}

/**
 * bv_preview_open:
 * @parent: the window, which has the actions undo and redo
 * @session: its session, with a campaign
 * @sealing: the number of the sealing whose papers are shown; 0: those of the campaign as it stands
 * @first: what is shown at first
 * @special: (element-type BvPaperChoice): what is selected in the window, and can be chosen too
 *
 * Shows what can be printed, in the one preview of the window.
 *
 * Returns: (transfer none): the preview
 */
BvPreviewWindow *
bv_preview_open (GtkWindow *parent,
                 BvSession *session,
                 guint sealing,
                 BvPaperChoice *first,
                 GListModel *special)
{
  GtkWidget *preview = g_object_get_data (G_OBJECT (parent), PREVIEW);

  if (preview == NULL)
    {
      preview = bv_preview_window_new (parent, session);
      g_object_set_data (G_OBJECT (parent), PREVIEW, preview);
      g_signal_connect_object (preview, "destroy", G_CALLBACK (forget_cb), parent, G_CONNECT_SWAPPED);
    }
  bv_preview_window_set_sealing (BV_PREVIEW_WINDOW (preview), sealing);
  bv_preview_window_show (BV_PREVIEW_WINDOW (preview), first, special);
  gtk_window_present (GTK_WINDOW (preview));
  return BV_PREVIEW_WINDOW (preview);
}
