/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page/error-line.h"

#include "app/page/unsaved.h"

#include <glib/gi18n-lib.h>

/**
 * BvErrorLine:
 *
 * What went wrong, said in the banner of the page that is shown, or of the welcome page where there is no
 * campaign: until it is closed, or is not so any more.
 */
struct _BvErrorLine
{
  GObject parent_instance;

  BvPageBook *pages;
  BvBanner *welcome;
  BvSession *session;
  char *last;        /* whether it is still said or not; NULL: nothing went wrong yet */
  char *failed_work; /* the label of the work that went wrong last; NULL: none did */
  char *refused;     /* what was said of something that could not be saved; NULL: nothing was */
};

G_DEFINE_FINAL_TYPE (BvErrorLine, bv_error_line, G_TYPE_OBJECT)

static void
show (BvErrorLine *self, const char *message)
{
  gboolean has_campaign = bv_session_get_campaign (self->session) != 0;

  bv_page_book_show_error (self->pages, has_campaign ? message : NULL);
  bv_banner_set (self->welcome, BV_BANNER_ERROR, has_campaign ? NULL : message);
}

/* Other work that went well in between says nothing of it. */
static void
finished_cb (BvErrorLine *self, BvWork *work)
{
  if (!bv_work_has_failed (work))
    return;
  g_free (self->failed_work);
  self->failed_work = g_strdup (bv_work_get_label (work));
}

/* What it did before, and how that went wrong, is not said any more. */
static void
working_cb (BvErrorLine *self, BvWork *work)
{
  if (g_strcmp0 (self->failed_work, bv_work_get_label (work)) == 0)
    {
      g_clear_pointer (&self->failed_work, g_free);
      show (self, NULL);
    }
  g_signal_connect_object (work, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
}

/* What was said of it is taken back where it is still said, and nothing else waits. */
static void
look_again (BvErrorLine *self)
{
  if (self->refused == NULL || bv_unsaved_exists (GTK_WIDGET (self->pages)))
    return;
  if (g_strcmp0 (bv_error_line_get (self), self->refused) == 0)
    show (self, NULL);
  g_clear_pointer (&self->refused, g_free);
}

static void
settled_cb (BvUnsaved *unsaved, GParamSpec *pspec, BvErrorLine *self)
{
  look_again (self);
}

static void
follow (BvErrorLine *self, GtkWidget *unsaved)
{
  g_signal_handlers_disconnect_by_func (unsaved, settled_cb, self);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (unsaved), "message") != NULL)
    g_signal_connect_object (unsaved, "notify::message", G_CALLBACK (settled_cb), self, 0);
}

static void
bv_error_line_finalize (GObject *object)
{
  BvErrorLine *self = BV_ERROR_LINE (object);

  g_object_unref (self->session);
  g_free (self->last);
  g_free (self->failed_work);
  g_free (self->refused);
  G_OBJECT_CLASS (bv_error_line_parent_class)->finalize (object);
}

static void
bv_error_line_class_init (BvErrorLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_error_line_finalize;
}

static void
bv_error_line_init (BvErrorLine *self)
{
}

/**
 * bv_error_line_new:
 * @pages: the pages of a window
 * @welcome: the banner of its page without a campaign; both live longer
 * @session: the session, whose failures are said
 *
 * Returns: (transfer full): a line that says nothing yet
 */
BvErrorLine *
bv_error_line_new (BvPageBook *pages, BvBanner *welcome, BvSession *session)
{
  BvErrorLine *self = g_object_new (BV_TYPE_ERROR_LINE, NULL);

  self->pages = pages;
  self->welcome = welcome;
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "failed", G_CALLBACK (bv_error_line_say), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "working", G_CALLBACK (working_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * bv_error_line_say:
 * @line: the line
 * @message: what went wrong, and what to do
 */
void
bv_error_line_say (BvErrorLine *line, const char *message)
{
  g_free (line->last);
  line->last = g_strdup (message);
  show (line, message);
}

/**
 * bv_error_line_get:
 * @line: the line
 *
 * Returns: (transfer none) (nullable): what it says
 */
const char *
bv_error_line_get (BvErrorLine *line)
{
  const char *error = bv_page_book_get_error (line->pages);

  return error != NULL ? error : bv_banner_get (line->welcome, BV_BANNER_ERROR);
}

/**
 * bv_error_line_get_last:
 * @line: the line
 *
 * Returns: (transfer none) (nullable): what went wrong last, whether it is still said or not
 */
const char *
bv_error_line_get_last (BvErrorLine *line)
{
  return line->last;
}

/**
 * bv_error_line_clear:
 * @line: the line
 *
 * Says nothing any more, on whatever page.
 */
void
bv_error_line_clear (BvErrorLine *line)
{
  bv_page_book_show_error (line->pages, NULL);
  bv_banner_set (line->welcome, BV_BANNER_ERROR, NULL);
}

/**
 * bv_error_line_show_refused:
 * @line: the line
 *
 * Goes to the first thing on the pages that could not be saved, and says why, until nothing is left to save.
 *
 * Returns: whether there is such a thing
 */
gboolean
bv_error_line_show_refused (BvErrorLine *line)
{
  g_autoptr (GPtrArray) unsaved = bv_unsaved_list (GTK_WIDGET (line->pages));
  GtkWidget *first = unsaved->len > 0 ? g_ptr_array_index (unsaved, 0) : NULL;

  if (first == NULL)
    return FALSE;
  g_free (line->refused);
  /* Translators: %s says what is wrong with what was typed. */
  line->refused = g_strdup_printf (_ ("Not saved: %s"), bv_unsaved_get_message (BV_UNSAVED (first)));
  gtk_widget_grab_focus (first);
  show (line, line->refused);
  for (guint i = 0; i < unsaved->len; i++)
    follow (line, g_ptr_array_index (unsaved, i));
  return TRUE;
}
