/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake-fixture.h"

#include "app/intake/intake-page-private.h"
#include "exchange/interchange/interchange.h"
#include "exchange/sheet/sheet-cells.h"
#include "exchange/workbook/workbook-file.h"
#include "hand.h"
#include "store/campaigns.h"
#include "store/inbox/receipts.h"
#include "store/whole-file.h"

#define NOMINEE "thi-xa-tan-chau"
#define GROUP "cap-huyen"
#define CRITERION "2"

/* What a unit filled into its form. */
typedef struct
{
  const char *campaign;
  const char *was; /* the points that stood in it when it went out */
  const char *points;
  const char *other; /* of a criterion that the campaign has not; NULL: none */
} Answer;

static void
write_row (BvSheet *sheet, guint row, const char *const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    bv_sheet_text (sheet, row, i, texts[i], BV_FORMAT_HELPER_TEXT);
  bv_sheet_end_row (sheet, row);
}

static void
fill (BvBook *book, gpointer data)
{
  const Answer *answer = data;
  const char *const head[] = { "Mã", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", NULL };
  const char *const answers[] = { CRITERION, "Nhiệm vụ được giao", "30", answer->points, NULL };
  const char *const others[] = { "97", "Không có", "10", answer->other, NULL };
  const char *const identity[][3] = {
    { "format", "bangvang-form", NULL },
    { "version", "1", NULL },
    { "campaign", answer->campaign, NULL },
    { "unit", INTAKE_UNIT, NULL },
    { "was/" NOMINEE "/" CRITERION "/self", answer->was, NULL },
    { "sheet/Tự chấm", "self/" GROUP, NULL },
  };
  BvSheet sheet;

  bv_sheet_init (&sheet, book, "Tự chấm");
  write_row (&sheet, 0, head);
  write_row (&sheet, 1, answers);
  if (answer->other != NULL)
    write_row (&sheet, 2, others);
  bv_sheet_clear (&sheet);
  bv_sheet_init (&sheet, book, "_bangvang");
  for (guint i = 0; i < G_N_ELEMENTS (identity); i++)
    write_row (&sheet, i, identity[i]);
  bv_sheet_clear (&sheet);
}

GFile *
intake_get_outside (BvWindow *window, const char *name)
{
  g_autofree char *path
    = g_build_filename (bv_session_get_folder (bv_window_get_session (window)), "..", name, NULL);

  return g_file_new_for_path (path);
}

static void
fill_list (BvBook *book, gpointer data)
{
  const char *const *const *rows = data;
  BvSheet sheet;

  bv_sheet_init (&sheet, book, "Danh sách");
  for (guint i = 0; rows[i] != NULL; i++)
    write_row (&sheet, i, rows[i]);
  bv_sheet_clear (&sheet);
}

static GFile *
write_book (BvWindow *window,
            const char *name,
            void (*fill_book) (BvBook *book, gpointer data),
            gpointer data)
{
  BvSession *session = bv_window_get_session (window);
  const BvWorkbookContent content = { NULL, 8, fill_book, data };
  GFile *file = intake_get_outside (window, name);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = bv_library_make_temporary_folder (bv_session_get_library (session), &error);
  g_autofree char *written
    = bv_workbook_file_write (&content, g_file_peek_path (file), folder, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (bv_whole_file_finish (written, g_file_peek_path (file), &error));
  bv_library_remove_temporary_folder (folder);
  return file;
}

/* What the unit gave itself so far, as files have it. */
static char *
read_points (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (BvCampaign) campaign = bv_campaigns_read (
    bv_session_get_library (session), bv_session_get_campaign (session), BV_CAMPAIGN_WHOLE, NULL);
  const BvNominee *nominee = bv_record_find (campaign->nominees, NOMINEE);
  gint64 points = bv_nominee_find_assessment (nominee, CRITERION)->self;

  return g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", points / 100, (int) (points % 100));
}

GFile *
intake_write_form (BvWindow *window, const char *name, const IntakeForm *form)
{
  BvSession *session = bv_window_get_session (window);
  g_autofree char *now = read_points (window);
  Answer answer
    = { bv_session_get_head (session)->key, form->was != NULL ? form->was : now, form->points, form->other };

  return write_book (window, name, fill, &answer);
}

GFile *
intake_write_list (BvWindow *window, const char *name, const char *const *const *rows)
{
  return write_book (window, name, fill_list, (gpointer) rows);
}

char *
intake_dump (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (BvCampaign) campaign = bv_campaigns_read (
    bv_session_get_library (session), bv_session_get_campaign (session), BV_CAMPAIGN_WHOLE, NULL);
  g_autofree char *text = NULL;
  gsize length;

  text = bv_interchange_write (campaign, &length);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, length);
}

static gboolean
shows (BvWindow *window, const char *key)
{
  return g_str_equal (bv_page_get_info (bv_window_get_visible_page (window))->key, key)
         && fixture_is_settled (window);
}

gboolean
intake_shows_preview (gpointer window)
{
  return shows (window, "intake");
}

gboolean
intake_shows_inbox (gpointer window)
{
  return shows (window, "inbox");
}

BvTablePage *
intake_look_at (BvWindow *window, GPtrArray *files)
{
  bv_intake_page_read_files (bv_intake_page_find (GTK_WINDOW (window)), files);
  fixture_wait (intake_shows_preview, window, "the preview");
  fixture_settle (window);
  return BV_TABLE_PAGE (bv_window_get_visible_page (window));
}

/* One file with one answer, perhaps one that is refused, in the preview. */
BvTablePage *
intake_look_at_form (BvWindow *window, const IntakeForm *form)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, intake_write_form (window, "TX Tân Châu.xlsx", form));
  return intake_look_at (window, files);
}

void
intake_activate (BvWindow *window, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

/* The writer is lent until all is written. */
static gboolean
is_written (gpointer window)
{
  return bv_session_is_writable (bv_window_get_session (window)) && shows (window, "inbox");
}

void
intake_take_in (BvWindow *window)
{
  intake_activate (window, "take-in-all");
  fixture_wait (is_written, window, "the inbox");
  fixture_settle (window);
}

const char *
intake_read_focused_answer (BvWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return GTK_IS_LIST_BOX_ROW (focus) ? g_object_get_data (G_OBJECT (focus), "answer") : NULL;
}

static gboolean
is_free (gpointer page)
{
  return BV_INTAKE_PAGE (page)->work == NULL;
}

void
intake_wait_for_plan (BvWindow *window)
{
  fixture_wait (is_free, bv_intake_page_find (GTK_WINDOW (window)), "the plan");
  fixture_settle (window);
}

void
intake_press (BvWindow *window, guint keyval, GdkModifierType state)
{
  hand_press (keyval, state);
  intake_wait_for_plan (window);
}

GPtrArray *
intake_list_receipts (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);

  return bv_receipts_list (bv_session_get_library (session), bv_session_get_campaign (session), NULL);
}

void
intake_expect_cell (BvTablePage *page, guint row, guint column, const char *expected)
{
  g_autofree char *text = fixture_read_cell (page, row, column);

  g_assert_cmpstr (text, ==, expected);
}
