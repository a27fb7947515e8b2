"use client";

import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";

/** A password with a button to see it, which the keyboard reaches too, and a word when Caps Lock is on. */
export function PasswordField({ description, ...props }: PasswordInputProps) {
  const t = useTranslations("signIn");
  const [visible, setVisible] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const notice = (event: KeyboardEvent) => setCapsLock(event.getModifierState("CapsLock"));
  return (
    <PasswordInput
      {...props}
      visible={visible}
      onVisibilityChange={setVisible}
      onKeyDown={notice}
      onKeyUp={notice}
      onBlur={() => setCapsLock(false)}
      description={capsLock ? <span role="status">{t("capsLock")}</span> : description}
      inputWrapperOrder={["label", "input", "description", "error"]}
      visibilityToggleButtonProps={{ "aria-label": t(visible ? "hidePassword" : "showPassword"), tabIndex: 0 }}
    />
  );
}
