/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/intake-question.h"

G_BEGIN_DECLS

#define BV_ANSWERS_FILE_ERROR (bv_answers_file_error_quark ())
GQuark bv_answers_file_error_quark (void);

typedef enum
{
  BV_ANSWERS_FILE_ERROR_CONTENT,
} BvAnswersFileError;

gboolean bv_answers_file_read (const char *path, BvIntakeQuestions *questions, GError **error);

G_END_DECLS
