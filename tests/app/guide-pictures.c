/* SPDX-License-Identifier: GPL-3.0-or-later */
/* guide-pictures FOLDER: draws the pictures of the guide from the demonstration, and those with which a
 * release is announced, whose names begin with “release-”. */
#include "app-fixture.h"
#include "app/nominees/nominee-dialog.h"
#include "app/papers/preview-window.h"
#include "app/ranking/ranking-details.h"
#include "app/scoring/scoring-page.h"
#include "app/viewer/paper-view.h"
#include "core/form/form-plan.h"
#include "exchange/language.h"
#include "intake-fixture.h"
#include "store/campaigns.h"
#include "store/inbox/handouts.h"
#include "store/journal.h"

/* Not so narrow that the steps are icons. */
#define WIDTH 1200
#define HEIGHT 640
/* What the metainfo says of a release's, with the frame that is not drawn. */
#define RELEASE_WIDTH 1290
#define RELEASE_HEIGHT 768
#define DEPARTMENT "Sở Y tế"

static const char *folder;

static void
save (GtkWidget *widget, const char *name)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static void
resize (BvWindow *window, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  fixture_settle (window);
  fixture_paint (window);
  fixture_settle (window);
}

static void
save_large (BvWindow *window, const char *name)
{
  resize (window, RELEASE_WIDTH, RELEASE_HEIGHT);
  save (GTK_WIDGET (window), name);
}

static BvTablePage *
show (BvWindow *window, const char *page)
{
  BvTablePage *shown;

  resize (window, WIDTH, HEIGHT);
  shown = fixture_show (window, page);
  fixture_settle (window);
  return shown;
}

/* Returns: a page that is no table */
static gpointer
show_drawn (BvWindow *window, const char *page)
{
  resize (window, WIDTH, HEIGHT);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", page);
  fixture_settle (window);
  fixture_paint (window);
  fixture_settle (window);
  return bv_window_get_page (window, page);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

static void
save_mapped (BvWindow *window, gpointer dialog, const char *name)
{
  g_assert_nonnull (dialog);
  fixture_wait (is_mapped, dialog, name);
  fixture_settle (window);
  fixture_paint (dialog);
  fixture_run_pending ();
  save (dialog, name);
}

/* Saves a dialog that an action opens, and closes it. */
static void
save_window (BvWindow *window, gpointer dialog, const char *name)
{
  save_mapped (window, dialog, name);
  gtk_window_close (dialog);
  fixture_run_pending ();
}

static void
act (BvWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  fixture_settle (window);
}

static void
draw_welcome (BvWindow *window)
{
  resize (window, 900, 560);
  save (GTK_WIDGET (window), "bat-dau");
  act (window, "app.new-campaign");
  save_window (window, fixture_find_window ("new-campaign"), "phong-trao-moi");
  fixture_make_campaign (window);
  show (window, "nominees");
  act (window, "win.add-nominee");
  bv_nominee_dialog_choose_all (fixture_find_window ("BvNomineeDialog"), "so");
  save_window (window, fixture_find_window ("BvNomineeDialog"), "them-de-cu");
}

static void
draw_units (BvWindow *window)
{
  show (window, "units");
  fixture_select (window, DEPARTMENT);
  save (GTK_WIDGET (window), "don-vi");
}

static gpointer
get_part (gpointer widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static BvNomineeDetails *
get_details (BvWindow *window)
{
  return bv_nominees_page_get_details (BV_NOMINEES_PAGE (bv_window_get_page (window, "nominees")));
}

static void
expand (BvWindow *window, const char *expander)
{
  gtk_expander_set_expanded (get_part (get_details (window), expander), TRUE);
  fixture_settle (window);
  fixture_paint (window);
  fixture_settle (window);
}

/* Scrolls the details until a widget in them is at their upper edge. */
static void
scroll_to (BvWindow *window, GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double y = 0;

  gtk_widget_translate_coordinates (widget, scroller, 0, 0, NULL, &y);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y);
  fixture_settle (window);
  fixture_paint (window);
}

static void
draw_overview (BvWindow *window)
{
  show_drawn (window, "overview");
  save (GTK_WIDGET (window), "tong-quan");
  save_large (window, "release-overview");
}

static BvPaperView *
find_paper (GtkWidget *widget)
{
  BvPaperView *found
    = BV_IS_PAPER_VIEW (widget) && gtk_widget_get_mapped (widget) ? BV_PAPER_VIEW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_paper (child);
  return found;
}

/* A document is drawn by another process, first as it is quickly there. */
static gboolean
is_read (gpointer window)
{
  BvPaperView *paper = find_paper (window);

  return paper != NULL && bv_paper_view_has_picture (paper, bv_paper_view_get_page (paper));
}

static void
save_with_paper (BvWindow *window, int width, int height, const char *name)
{
  resize (window, width, height);
  fixture_wait (is_read, window, "the document");
  fixture_paint (window);
  save (GTK_WIDGET (window), name);
}

/* The first group's second criterion, where the numbers were typed. */
static void
draw_sheet (BvWindow *window)
{
  BvScoringPage *page = show_drawn (window, "scoring");

  g_assert_true (bv_score_sheet_go (bv_scoring_page_get_sheet (page), 1, 1));
  fixture_settle (window);
  save_with_paper (window, RELEASE_WIDTH, RELEASE_HEIGHT, "release-scoring");
  save_with_paper (window, WIDTH, HEIGHT, "bang-cham");
}

static void
draw_documents (BvWindow *window)
{
  show (window, "documents");
  save_with_paper (window, WIDTH, HEIGHT, "tai-lieu");
}

static void
draw_nominees (BvWindow *window)
{
  show (window, "nominees");
  fixture_select (window, DEPARTMENT);
  save (GTK_WIDGET (window), "de-cu");
}

static void
draw_scores (BvWindow *window)
{
  GtkWidget *row;

  show (window, "nominees");
  fixture_select (window, DEPARTMENT);
  bv_criteria_list_fill (fixture_get_criteria (window));
  fixture_settle (window);
  save (GTK_WIDGET (get_details (window)), "cham-diem");
  row = GTK_WIDGET (bv_criteria_list_get_row (fixture_get_criteria (window), 1));
  gtk_expander_set_expanded (get_part (row, "expander"), TRUE);
  fixture_settle (window);
  fixture_paint (window);
  fixture_settle (window);
  scroll_to (window, row);
  save (GTK_WIDGET (get_details (window)), "minh-chung");
}

static void
draw_profile (BvWindow *window)
{
  show (window, "nominees");
  fixture_select (window, DEPARTMENT);
  expand (window, "profile_expander");
  scroll_to (window, get_part (get_details (window), "profile_expander"));
  save (GTK_WIDGET (get_details (window)), "ho-so-de-cu");
}

static void
draw_twice (BvWindow *window)
{
  show (window, "nominees");
  fixture_select (window, "Cao Văn Út");
  expand (window, "same_expander");
  save (GTK_WIDGET (get_details (window)), "trung");
}

/* The first that a tie leaves open. */
static guint
find_unresolved (const BvRanking *ranking)
{
  for (guint i = 0; i < ranking->entries->len; i++)
    if (bv_ranking_entry (ranking, i)->place == BV_RANK_UNRESOLVED)
      return i;
  g_error ("no place is open");
}

static void
select_unresolved (BvWindow *window, BvTablePage *page)
{
  const BvProposal *proposal = bv_session_get_proposal (bv_window_get_session (window));
  guint pool = 0;

  while (!((BvRanking *) g_ptr_array_index (proposal->pools, pool))->unresolved_tie)
    pool++;
  bv_ranking_page_choose (BV_RANKING_PAGE (page), pool);
  fixture_settle (window);
  bv_page_step (BV_PAGE (page), find_unresolved (g_ptr_array_index (proposal->pools, pool)));
  fixture_settle (window);
}

static void
draw_ranking (BvWindow *window)
{
  BvTablePage *page = show (window, "ranking");

  select_unresolved (window, page);
  save (GTK_WIDGET (window), "xep-hang");
  save_large (window, "release-ranking");
}

static gboolean
is_composed (gpointer preview)
{
  return !bv_preview_window_is_busy (preview);
}

static void
draw_preview (BvWindow *window)
{
  g_autoptr (BvPaperChoice) choice = bv_paper_choice_new (BV_PAPER_SUBMISSION, "", NULL);
  g_autoptr (GListStore) special = g_list_store_new (BV_TYPE_PAPER_CHOICE);
  BvPreviewWindow *preview;

  show (window, "ranking");
  act (window, "win.print");
  preview = fixture_find_window ("preview");
  bv_preview_window_show (preview, choice, G_LIST_MODEL (special));
  fixture_wait (is_composed, preview, "the pages of the preview");
  gtk_window_set_default_size (GTK_WINDOW (preview), WIDTH, HEIGHT);
  save_mapped (window, preview, "xem-truoc");
  gtk_window_set_default_size (GTK_WINDOW (preview), RELEASE_WIDTH, RELEASE_HEIGHT);
  save_window (window, preview, "release-preview");
  act (window, "win.submission");
  save_window (window, fixture_find_window ("submission"), "to-trinh");
}

static gboolean
is_there (gpointer name)
{
  return fixture_find_window (name) != NULL;
}

static void
draw_leaving (BvWindow *window)
{
  static const struct
  {
    const char *action;
    const char *window;
    const char *picture;
  } dialogs[] = {
    { "win.export", "seal", "chua-niem-phong" },
    { "win.letters", "letters", "thu" },
    { "win.show-help-overlay", "shortcuts", "phim-tat" },
  };

  show (window, "ranking");
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      act (window, dialogs[i].action);
      fixture_wait (is_there, (gpointer) dialogs[i].window, dialogs[i].window);
      save_window (window, fixture_find_window (dialogs[i].window), dialogs[i].picture);
    }
}

#define DAYS_OUT 12

/* All forms are out, a few days ago. */
static gboolean
hand_out (BvLibrary *library, gpointer data, GError **error)
{
  const gint64 campaign = *(const gint64 *) data;
  g_autoptr (BvCampaign) read = bv_campaigns_read (library, campaign, BV_CAMPAIGN_WHOLE, error);
  g_autoptr (GPtrArray) plans = bv_form_plan_list (read, NULL);
  g_autoptr (GPtrArray) handouts = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_handout_free);
  gint64 handed = g_get_real_time () / G_USEC_PER_SEC - DAYS_OUT * 24 * 60 * 60;

  for (guint i = 0; i < plans->len; i++)
    {
      const BvFormPlan *plan = g_ptr_array_index (plans, i);
      g_autofree char *file = g_strdup_printf ("Biểu mẫu - %s.xlsx", plan->unit->name);
      const BvHandout handout
        = { plan->unit->code, plan->unit->name, handed, BV_HANDOUT_FILE, (char *) "", file, (char *) "" };

      g_ptr_array_add (handouts, bv_handout_copy (&handout));
    }
  return bv_handouts_record (library, campaign, handouts, error);
}

/* A list of which something is asked, and a form in which something was changed here, too. */
static void
draw_inbox (BvWindow *window)
{
  static const char *const titles[] = { "STT", "Họ và tên", "Đơn vị công tác", "Chức vụ", NULL };
  static const char *const first[] = { "1", "Đỗ Hữu Tâm", "So Y te", "Chuyên viên", NULL };
  static const char *const second[] = { "2", "Đinh Thị Thu", "Sở Nội vụ", "Chuyên viên", NULL };
  static const char *const *const list[] = { titles, first, second, NULL };
  const IntakeForm form = { "27,25", NULL, "24.00" };
  BvSession *session = bv_window_get_session (window);
  gint64 campaign = bv_session_get_campaign (session);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_true (
    bv_journal_act (bv_session_get_library (session), "Phát biểu mẫu", hand_out, &campaign, NULL, NULL));
  g_ptr_array_add (files, intake_write_form (window, "TX Tân Châu.xlsx", &form));
  g_ptr_array_add (files, intake_write_list (window, "Danh sách cá nhân.xlsx", list));
  resize (window, WIDTH, HEIGHT);
  intake_look_at (window, files);
  resize (window, WIDTH, HEIGHT);
  save (GTK_WIDGET (window), "xem-truoc-nhan");
  intake_take_in (window);
  resize (window, WIDTH, HEIGHT);
  save (GTK_WIDGET (window), "hop-nhan");
}

int
main (int argc, char **argv)
{
  g_setenv ("BANGVANG_LANGUAGE", "vi", TRUE);
  fixture_init (&argc, &argv);
  bv_language_init (NULL);
  folder = argc > 1 ? argv[1] : ".";
  fixture_add_empty ("/guide-pictures/welcome", draw_welcome);
  fixture_add ("/guide-pictures/overview", draw_overview);
  fixture_add ("/guide-pictures/sheet", draw_sheet);
  fixture_add ("/guide-pictures/documents", draw_documents);
  fixture_add ("/guide-pictures/units", draw_units);
  fixture_add ("/guide-pictures/nominees", draw_nominees);
  fixture_add ("/guide-pictures/scores", draw_scores);
  fixture_add ("/guide-pictures/profile", draw_profile);
  fixture_add ("/guide-pictures/twice", draw_twice);
  fixture_add ("/guide-pictures/ranking", draw_ranking);
  fixture_add ("/guide-pictures/preview", draw_preview);
  fixture_add ("/guide-pictures/inbox", draw_inbox);
  fixture_add ("/guide-pictures/leaving", draw_leaving);
  return g_test_run ();
}
