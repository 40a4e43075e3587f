/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Frames a form, keeps it open when something went wrong, and says in the window what was done. */

#include "loketten-config.h"

#include "loket-form-dialog.h"

#include "loket-header-layout.h"
#include "loket-saving.h"

typedef struct
{
  AdwToastOverlay *toast_overlay;
  AdwWindowTitle *heading;
  GtkButton *accept_button;
  GtkRevealer *problem_revealer;
  GtkLabel *problem;
  AdwClamp *clamp;

  GtkWidget *wrong_row;  /* (nullable): what the problem is about */
  gboolean can_accept;
} LoketFormDialogPrivate;

enum
{
  PROP_0,
  PROP_ACCEPT_LABEL,
  PROP_BODY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LoketFormDialog, loket_form_dialog, ADW_TYPE_WINDOW)

static LoketFormDialogPrivate *
get_private (LoketFormDialog *self)
{
  return loket_form_dialog_get_instance_private (self);
}

static void
update_accept (LoketFormDialog *self)
{
  LoketFormDialogPrivate *priv = get_private (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.accept",
                                 priv->can_accept && !loket_saving_get (GTK_WINDOW (self)));
}

static void
accept_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  loket_form_dialog_hide_problem (LOKET_FORM_DIALOG (widget));
  LOKET_FORM_DIALOG_GET_CLASS (widget)->accept (LOKET_FORM_DIALOG (widget));
}

static void
forget_row (GtkWidget **row)
{
  if (*row == NULL)
    return;

  gtk_widget_remove_css_class (*row, "error");
  g_clear_weak_pointer (row);
}

static gboolean
loket_form_dialog_close_request (GtkWindow *window)
{
  if (loket_saving_get (window))
    return TRUE;

  return GTK_WINDOW_CLASS (loket_form_dialog_parent_class)->close_request (window);
}

static void
loket_form_dialog_dispose (GObject *object)
{
  /* GTK 4.8 cannot let go of a template of which the subclass has one as well; the window lets go
   * of its content by itself. */
  forget_row (&get_private (LOKET_FORM_DIALOG (object))->wrong_row);

  G_OBJECT_CLASS (loket_form_dialog_parent_class)->dispose (object);
}

static void
loket_form_dialog_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LoketFormDialogPrivate *priv = get_private (LOKET_FORM_DIALOG (object));

  switch (property_id)
    {
    case PROP_ACCEPT_LABEL:
      gtk_button_set_label (priv->accept_button, g_value_get_string (value));
      break;
    case PROP_BODY:
      adw_clamp_set_child (priv->clamp, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
loket_form_dialog_class_init (LoketFormDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_form_dialog_dispose;
  object_class->set_property = loket_form_dialog_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = loket_form_dialog_close_request;

  /**
   * LoketFormDialog:accept-label:
   *
   * What the form does, with a mnemonic.
   */
  properties[PROP_ACCEPT_LABEL] =
    g_param_spec_string ("accept-label", NULL, NULL, "",
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);

  /**
   * LoketFormDialog:body:
   *
   * The rows of the form.
   */
  properties[PROP_BODY] = g_param_spec_object ("body", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LOKET_TYPE_HEADER_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-form-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, LoketFormDialog, toast_overlay);
  gtk_widget_class_bind_template_child_private (widget_class, LoketFormDialog, heading);
  gtk_widget_class_bind_template_child_private (widget_class, LoketFormDialog, accept_button);
  gtk_widget_class_bind_template_child_private (widget_class, LoketFormDialog, problem_revealer);
  gtk_widget_class_bind_template_child_private (widget_class, LoketFormDialog, problem);
  gtk_widget_class_bind_template_child_private (widget_class, LoketFormDialog, clamp);
  gtk_widget_class_install_action (widget_class, "form.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "form.accept", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "form.accept", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
loket_form_dialog_init (LoketFormDialog *self)
{
  LoketFormDialogPrivate *priv = get_private (self);

  priv->can_accept = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_form_dialog_get_toast_overlay:
 *
 * Returns: (transfer none): where is said what was done without leaving the form
 */
AdwToastOverlay *
loket_form_dialog_get_toast_overlay (LoketFormDialog *self)
{
  g_return_val_if_fail (LOKET_IS_FORM_DIALOG (self), NULL);

  return get_private (self)->toast_overlay;
}

/**
 * loket_form_dialog_set_heading:
 * @title: what the form is for
 * @subtitle: whom it is about
 */
void
loket_form_dialog_set_heading (LoketFormDialog *self,
                               const char      *title,
                               const char      *subtitle)
{
  LoketFormDialogPrivate *priv = get_private (self);

  g_return_if_fail (LOKET_IS_FORM_DIALOG (self));

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (priv->heading, title);
  adw_window_title_set_subtitle (priv->heading, subtitle);
}

/**
 * loket_form_dialog_set_can_accept:
 * @can_accept: whether enough is filled in
 */
void
loket_form_dialog_set_can_accept (LoketFormDialog *self,
                                  gboolean         can_accept)
{
  g_return_if_fail (LOKET_IS_FORM_DIALOG (self));

  get_private (self)->can_accept = can_accept;
  update_accept (self);
}

/* Where nothing needs to be typed, Enter is enough. */
void
loket_form_dialog_focus_accept (LoketFormDialog *self)
{
  g_return_if_fail (LOKET_IS_FORM_DIALOG (self));

  gtk_widget_grab_focus (GTK_WIDGET (get_private (self)->accept_button));
}

/**
 * loket_form_dialog_show_problem:
 * @row: (nullable): the row that is wrong, which gets the focus
 * @sentence: what is wrong
 */
void
loket_form_dialog_show_problem (LoketFormDialog *self,
                                GtkWidget       *row,
                                const char      *sentence)
{
  LoketFormDialogPrivate *priv = get_private (self);

  g_return_if_fail (LOKET_IS_FORM_DIALOG (self));

  loket_form_dialog_hide_problem (self);
  gtk_label_set_label (priv->problem, sentence);
  gtk_revealer_set_reveal_child (priv->problem_revealer, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->problem), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence, -1);
  if (row == NULL)
    return;

  g_set_weak_pointer (&priv->wrong_row, row);
  gtk_widget_add_css_class (row, "error");
  gtk_widget_grab_focus (row);
}

void
loket_form_dialog_hide_problem (LoketFormDialog *self)
{
  LoketFormDialogPrivate *priv = get_private (self);

  g_return_if_fail (LOKET_IS_FORM_DIALOG (self));

  gtk_revealer_set_reveal_child (priv->problem_revealer, FALSE);
  forget_row (&priv->wrong_row);
}

/**
 * loket_form_dialog_begin:
 *
 * The act runs: until loket_form_dialog_end () it cannot begin again, nor can the form close.
 */
void
loket_form_dialog_begin (LoketFormDialog *self)
{
  g_return_if_fail (LOKET_IS_FORM_DIALOG (self));

  loket_saving_set (GTK_WINDOW (self), TRUE);
  update_accept (self);
}

/**
 * loket_form_dialog_end:
 * @deed: (nullable): what the act did; NULL when it could not
 * @error: (nullable): why not
 * @sentence: what was done, for the window
 *
 * Closes the form, and offers to undo the act; or keeps it as it is and says what went wrong.
 */
void
loket_form_dialog_end (LoketFormDialog *self,
                       const LoketDeed *deed,
                       const GError    *error,
                       const char      *sentence)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  g_return_if_fail (LOKET_IS_FORM_DIALOG (self));

  loket_saving_set (GTK_WINDOW (self), FALSE);
  update_accept (self);
  if (deed == NULL)
    {
      loket_form_dialog_show_problem (self, NULL, error->message);
      return;
    }

  if (parent != NULL && !loket_deed_is_empty (deed))
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.offer-undo", "(ss)", sentence, deed->id);
  gtk_window_destroy (GTK_WINDOW (self));
}

/**
 * loket_form_dialog_present:
 * @parent: the window that the form is laid over, and that says what was done
 */
void
loket_form_dialog_present (LoketFormDialog *self,
                           GtkWindow       *parent)
{
  g_return_if_fail (LOKET_IS_FORM_DIALOG (self));

  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  /* For the keys that mean the same everywhere, such as those to quit. */
  gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (parent));
  gtk_window_present (GTK_WINDOW (self));
}
