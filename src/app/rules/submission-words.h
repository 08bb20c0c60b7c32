/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_SUBMISSION_WORDS (bv_submission_words_get_type ())
G_DECLARE_FINAL_TYPE (BvSubmissionWords, bv_submission_words, BV, SUBMISSION_WORDS, GtkWidget)

G_END_DECLS
