/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/application.h"
#include "app/criteria/criteria-page.h"
#include "app/form/field-entry.h"
#include "app/nominees/nominees-page.h"
#include "app/ranking/ranking-page.h"
#include "app/window/window.h"

G_BEGIN_DECLS

/* What is done in the window of a fresh demonstration, inside a running application. */
typedef void (*Scenario) (BvWindow *window);

/* What is looked at once the program has started; then its windows are closed. */
typedef void (*FixtureLook) (GtkApplication *application, gconstpointer data);

/* Whether what is waited for has come. */
typedef gboolean (*FixtureCondition) (gpointer data);

void fixture_init (int *argc, char ***argv);
void fixture_add (const char *path, Scenario scenario);
void fixture_add_runs (const char *path, Scenario scenario, Scenario later);
void fixture_add_empty (const char *path, Scenario scenario);
/* The same, where the program makes the demonstration when it starts. */
void fixture_add_to_fill (const char *path, Scenario scenario);
/* A library with the demonstration, in a folder that is not there yet. */
void fixture_copy_demonstration (const char *target);
/* Starts the program with that library, which it fills with the demonstration if @fill. */
void fixture_run_program (const char *library, gboolean fill, FixtureLook look, gconstpointer data);
void fixture_wait (FixtureCondition has_come, gpointer data, const char *what);
void fixture_run_pending (void);
void fixture_undo (BvWindow *window);
void fixture_redo (BvWindow *window);
/* As spreadsheets do: what is HTML first, and text. */
void fixture_copy_both (BvWindow *window, const char *html, const char *text);
gboolean fixture_is_settled (gpointer window);
gboolean fixture_press_in_table (BvTablePage *page, guint keyval);
gboolean fixture_press (GtkWidget *widget, guint keyval, GdkModifierType state);
void fixture_paint (BvWindow *window);
void fixture_settle (BvWindow *window);
void fixture_wait_for_campaign (BvWindow *window);
void fixture_begin_campaign (void);
void fixture_make_campaign (BvWindow *window);
void fixture_wait_for_work (BvWork *work);
gpointer fixture_find_window (const char *name);
GtkWidget *fixture_find_said (GtkWidget *widget, const char *text);
BvWork *fixture_export (BvWindow *window, GFile *file, gboolean draft, const char *reason);
GtkWidget *fixture_new_draft_dossier (GtkWindow *parent, BvSession *session);
gpointer fixture_wait_for_window (const char *name);
/* One nominee, in a campaign that can be sealed; where it @awaits a result, only with a reason. */
void fixture_load_sealable (BvWindow *window, gboolean awaits);
char *fixture_make_file (BvWindow *window, const char *name, const char *content);

BvTablePage *fixture_show (BvWindow *window, const char *page);
BvCriteriaPage *fixture_show_criteria (BvWindow *window);
gint64 fixture_select (BvWindow *window, const char *name);
void fixture_close_window (BvWindow *window);
char *fixture_read_cell (BvTablePage *page, guint row, guint column);
guint fixture_count_rows (BvTablePage *page);

BvCriteriaList *fixture_get_criteria (BvWindow *window);
BvFieldEntry *fixture_get_entry (BvWindow *window, guint leaf, BvScoreEntry column);
void fixture_type (BvFieldEntry *entry, const char *text);
guint fixture_count_evidence (BvWindow *window, gint64 nominee);

G_END_DECLS
