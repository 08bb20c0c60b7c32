/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/papers/print-operation.h"

#include "app/system/print-setup.h"
#include "app/system/printers.h"

#include <glib/gi18n-lib.h>

#define POINTS_AN_INCH 72

/* Called until all pages are there; the dialog stays quick meanwhile. */
static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  if (!bv_preview_pages_lay_out (data))
    return FALSE;
  gtk_print_operation_set_n_pages (operation, g_list_model_get_n_items (data));
  return TRUE;
}

static void
request_page_setup_cb (GtkPrintOperation *operation,
                       GtkPrintContext *context,
                       int page,
                       GtkPageSetup *setup,
                       gpointer data)
{
  double width, height;

  bv_preview_pages_get_size (data, page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

/* Pages are laid out on A4: on smaller paper they are made smaller, on other paper they stand in the middle.
 */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double room_x = gtk_print_context_get_width (context);
  double room_y = gtk_print_context_get_height (context);
  double width, height, scale;

  bv_preview_pages_get_size (data, page, &width, &height);
  scale = MIN (1, MIN ((room_x + 1) / width, (room_y + 1) / height));
  cairo_translate (cr, MAX (0, room_x - width * scale) / 2, MAX (0, room_y - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  bv_preview_pages_draw (data, page, cr);
}

static void
ready_cb (GtkPrintOperationPreview *preview)
{
  gtk_print_operation_preview_end_preview (preview);
}

/* GTK's own preview leaves the pages in the temporary folder; the window that prints is a preview. */
static gboolean
preview_cb (GtkPrintOperation *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext *context,
            GtkWindow *parent,
            gpointer data)
{
  cairo_surface_t *nothing = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (nothing);

  /* GTK asks for one although no page is drawn. */
  gtk_print_context_set_cairo_context (context, cr, POINTS_AN_INCH, POINTS_AN_INCH);
  g_signal_connect (preview, "ready", G_CALLBACK (ready_cb), NULL);
  cairo_destroy (cr);
  cairo_surface_destroy (nothing);
  return TRUE;
}

/**
 * bv_print_operation_new:
 * @pages: the pages of a document
 *
 * Makes what prints the pages, each as it is turned, with the printer and paper that were chosen last.
 *
 * Returns: (transfer full): the operation, to be run
 */
GtkPrintOperation *
bv_print_operation_new (BvPreviewPages *pages)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) page_setup = NULL;

  bv_print_setup_load (&settings, &page_setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, page_setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, bv_preview_pages_get_document (pages)->title);
  g_signal_connect_object (operation, "paginate", G_CALLBACK (paginate_cb), pages, 0);
  g_signal_connect_object (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb), pages, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), pages, 0);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), NULL);
  g_object_set_data_full (G_OBJECT (operation), "pages", g_object_ref (pages), g_object_unref);
  return operation;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  BvSession *session = data;
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    bv_print_setup_save (gtk_print_operation_get_print_settings (operation),
                         gtk_print_operation_get_default_page_setup (operation), &error);
  if (error != NULL)
    bv_session_report (session, error);
}

/**
 * bv_print_operation_run:
 * @pages: the pages of a document
 * @page: the one that is read, from 0
 * @session: a session, which reports what goes wrong
 * @parent: the window
 *
 * Asks for a printer, and prints. What was chosen is kept for the next time.
 */
void
bv_print_operation_run (BvPreviewPages *pages, guint page, BvSession *session, GtkWindow *parent)
{
  g_autoptr (GtkPrintOperation) operation = bv_print_operation_new (pages);
  g_autoptr (GError) error = NULL;

  if (!bv_printers_check (gtk_print_operation_get_print_settings (operation), &error))
    {
      bv_session_report (session, error);
      return;
    }
  gtk_print_operation_set_current_page (operation, page);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), session, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error);
}
