package dev.halftone.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Every float and double in class files: declared, boxed, loaded, converted or computed. */
final class FloatingPoint {
    private static final Pattern DESCRIPTOR = Pattern.compile("(^|[(\\[)FDIJZBCS;])[FD]");
    private static final Pattern BOXED = Pattern.compile("Ljava/lang/(Float|Double);");
    private static final Pattern ARITHMETIC =
            Pattern.compile(
                    "[FD](LOAD|STORE|ALOAD|ASTORE|CONST|ADD|SUB|MUL|DIV|REM|NEG|CMP|RETURN).*"
                            + "|[ILFD]2[FD]|[FD]2[IL]");

    private FloatingPoint() {}

    static List<String> uses(JavaClasses classes, String packageName) {
        List<String> uses = new ArrayList<>();
        for (JavaClass type : classes) {
            if ((type.getPackageName() + ".").startsWith(packageName + ".")) {
                uses.addAll(uses(type));
            }
        }
        return uses;
    }

    private static List<String> uses(JavaClass type) {
        List<String> uses = new ArrayList<>();
        ClassModel model = ClassFile.of().parse(bytes(type));
        for (FieldModel field : model.fields()) {
            String place = type.getName() + "." + field.fieldName().stringValue();
            addDescriptor(uses, place, field.fieldType().stringValue());
            field.findAttribute(Attributes.signature())
                    .ifPresent(generic -> addBoxed(uses, place, generic.signature().stringValue()));
        }
        for (MethodModel method : model.methods()) {
            String place = type.getName() + "." + method.methodName().stringValue() + "()";
            addDescriptor(uses, place, method.methodType().stringValue());
            method.findAttribute(Attributes.signature())
                    .ifPresent(generic -> addBoxed(uses, place, generic.signature().stringValue()));
            method.code()
                    .ifPresent(code -> code.forEach(element -> addElement(uses, place, element)));
        }
        return uses;
    }

    private static void addElement(List<String> uses, String place, CodeElement element) {
        switch (element) {
            case InvokeInstruction invoke ->
                    addDescriptor(uses, place, invoke.type().stringValue());
            case FieldInstruction field -> addDescriptor(uses, place, field.type().stringValue());
            case NewPrimitiveArrayInstruction array ->
                    addDescriptor(uses, place, array.typeKind().upperBound().descriptorString());
            case ConstantInstruction constant
                    when constant.constantValue() instanceof Float
                            || constant.constantValue() instanceof Double ->
                    uses.add(place + " loads " + constant.constantValue());
            case Instruction instruction
                    when ARITHMETIC.matcher(instruction.opcode().name()).matches() ->
                    uses.add(place + " computes " + instruction.opcode());
            default -> {}
        }
    }

    private static void addDescriptor(List<String> uses, String place, String descriptor) {
        // Names of classes may contain any letter, so they are taken out first.
        String primitives = descriptor.replaceAll("L[^;]+;", ";");
        if (DESCRIPTOR.matcher(primitives).find()) {
            uses.add(place + " has " + descriptor);
        }
        addBoxed(uses, place, descriptor);
    }

    private static void addBoxed(List<String> uses, String place, String descriptor) {
        if (BOXED.matcher(descriptor).find()) {
            uses.add(place + " has " + descriptor);
        }
    }

    private static byte[] bytes(JavaClass type) {
        try (InputStream stream = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
